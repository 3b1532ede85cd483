#include "serve/frame/secret.h"

#include <pthread.h>
#include <sodium.h>

enum { TOKEN_BYTES = 32 };

struct Hasher {
    pthread_mutex_t one_at_a_time;
};

Hasher *secret_start(Arena *arena)
{
    Hasher *hasher = ARENA_NEW(arena, Hasher);
    (void)pthread_mutex_init(&hasher->one_at_a_time, NULL);
    return sodium_init() >= 0 ? hasher : NULL;
}

static Str text_of(const unsigned char *bytes, size_t count, Arena *arena)
{
    size_t room = sodium_base64_ENCODED_LEN(count, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *text = arena_alloc(arena, room, 1);
    (void)sodium_bin2base64(text, room, bytes, count, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return str_from(text);
}

Str secret_token(Arena *arena)
{
    unsigned char bytes[TOKEN_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    return text_of(bytes, sizeof bytes, arena);
}

bool secret_is_token(Str text)
{
    if (text.len != SECRET_TOKEN_LENGTH)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!char_is_letter(c) && !char_is_digit(c) && c != '-' && c != '_')
            return false;
    }
    return true;
}

Str secret_hash(Str token, Arena *arena)
{
    unsigned char *digest = arena_alloc(arena, crypto_hash_sha256_BYTES, 1);
    (void)crypto_hash_sha256(digest, (const unsigned char *)token.ptr, token.len);
    return (Str){(const char *)digest, crypto_hash_sha256_BYTES};
}

Str secret_form_token(Str token, Arena *arena)
{
    static const unsigned char PURPOSE[] = "form";
    unsigned char key[crypto_generichash_BYTES];
    unsigned char made[TOKEN_BYTES];
    (void)crypto_generichash(key, sizeof key, (const unsigned char *)token.ptr, token.len, NULL, 0);
    (void)crypto_generichash(made, sizeof made, PURPOSE, sizeof PURPOSE - 1, key, sizeof key);
    return text_of(made, sizeof made, arena);
}

Str secret_password(Hasher *hasher, Str password, Arena *arena)
{
    char *kept = arena_alloc(arena, crypto_pwhash_STRBYTES, 1);
    (void)pthread_mutex_lock(&hasher->one_at_a_time);
    int failed = crypto_pwhash_str_alg(kept, password.ptr, password.len, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                       crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    (void)pthread_mutex_unlock(&hasher->one_at_a_time);
    return failed ? STR_NONE : str_from(kept);
}

/* Of the same costs as all others, and of no password. */
static const char NOBODY[crypto_pwhash_STRBYTES] =
    "$argon2id$v=19$m=65536,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

bool secret_password_is(Hasher *hasher, Str kept, Str password, Arena *arena)
{
    if (password.len > SECRET_PASSWORD_MOST)
        return false;
    const char *against = str_present(kept) ? arena_copy(arena, kept).ptr : NOBODY;
    (void)pthread_mutex_lock(&hasher->one_at_a_time);
    int differs = crypto_pwhash_str_verify(against, password.ptr, password.len);
    (void)pthread_mutex_unlock(&hasher->one_at_a_time);
    return differs == 0 && str_present(kept);
}

bool secret_equal(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || sodium_memcmp(a.ptr, b.ptr, a.len) == 0);
}
