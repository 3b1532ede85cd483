#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/buf.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* clang-format off */
/* FIPS 180-2, appendix B; and the empty message. */
static const struct { const char *text; const char *want; } DIGESTS[] = {
    {"",    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};
/* Each list of parts is another thing and has another id. */
static const struct { size_t count; Str parts[3]; } LISTS[] = {
    {0, {{NULL, 0}}},
    {1, {{"", 0}}},
    {2, {{"", 0}, {"", 0}}},
    {1, {{"abc", 3}}},
    {2, {{"ab", 2}, {"c", 1}}},
    {2, {{"a", 1}, {"bc", 2}}},
    {2, {{"bc", 2}, {"a", 1}}},
    {3, {{"a", 1}, {"b", 1}, {"c", 1}}},
    {2, {{"abc", 3}, {"", 0}}},
    {2, {{"", 0}, {"abc", 3}}},
    {1, {{"1:a", 3}}},
    {1, {{"ab2:bc", 6}}},
};
/* clang-format on */

static void sha256_gives_the_published_digests(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(DIGESTS); i++)
        assert_string_equal(hash_sha256(arena, str_from(DIGESTS[i].text)).ptr, DIGESTS[i].want);
    assert_string_equal(hash_sha256(arena, STR_NONE).ptr, DIGESTS[0].want);
    arena_destroy(arena);
}

static void an_id_tells_its_parts_apart(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    for (size_t i = 0; i < COUNT_OF(LISTS); i++) {
        Str a = hash_id(arena, LISTS[i].parts, LISTS[i].count);
        for (size_t k = 0; k < COUNT_OF(LISTS); k++) {
            Str b = hash_id(arena, LISTS[k].parts, LISTS[k].count);
            if (str_equal(a, b) != (i == k))
                fail_msg("lists %zu and %zu: %s, %s", i, k, a.ptr, b.ptr);
        }
    }
    arena_destroy(arena);
}

static void an_id_is_sixteen_hexadecimal_digits(void **state)
{
    (void)state;
    Arena *arena = arena_create();
    Str id = hash_id(arena, LISTS[4].parts, LISTS[4].count);
    assert_int_equal(id.len, 16);
    for (size_t i = 0; i < id.len; i++)
        assert_true(char_is_digit(id.ptr[i]) || (id.ptr[i] >= 'a' && id.ptr[i] <= 'f'));
    Buf want = {0};
    buf_hex(&want, hash_of(STR("2:ab1:c")), 16); /* each part with its length */
    assert_true(str_equal(id, buf_str(&want)));
    buf_free(&want);
    arena_destroy(arena);
}

static void the_hash_is_the_same_on_every_machine(void **state)
{
    (void)state;
    assert_true(hash_of(STR("")) == 0x2d06800538d394c2); /* XXH3's published value, no seed */
    assert_true(hash_of(STR("a")) != hash_of(STR("b")));
    assert_true(hash_of((Str){"ab", 1}) == hash_of(STR("a")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_gives_the_published_digests),
        cmocka_unit_test(an_id_tells_its_parts_apart),
        cmocka_unit_test(an_id_is_sixteen_hexadecimal_digits),
        cmocka_unit_test(the_hash_is_the_same_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
