# daybook. `make` builds the release program build/daybook; see `make help`.
#   make                 release program (assertions kept)
#   make test            everything: unit tests, golden, command, data and browser tests
#   make check           unit tests only            make BUILD=asan check
#   make demo            the main job on the bundled example
#   make lint            clang-format, clang-tidy, cppcheck, shellcheck
#   make score           accuracy, as tables
#   make golden          differences to the golden cases; make golden-accept takes them
#   make kill            kill -9 at 200 random moments while reports are added
#   make fuzz            30 s of libFuzzer a target
#   make coverage        line coverage a room
#   make bench           throughput of the stages and of the whole, on the kit's texts where they are
#   make install         to PREFIX (default /usr/local) under DESTDIR
#   make format          clang-format in place
BUILD  ?= release
V      ?= 0
Q_0    := @
Q      := $(Q_$(V))
OUT    := build/$(BUILD)
CC     := gcc
PKGS   := libxml-2.0 libcjson libarchive libsodium libutf8proc libxxhash zlib sqlite3 libmicrohttpd
LOADED := libcurl gmime-3.0# loaded when they are needed: src/base/library.h
WARN   := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wvla -Wcast-qual -Wformat=2 -Wundef -Werror
FLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
FLAGS_debug   := -O0 -g3
FLAGS_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_cov     := -O0 -g --coverage
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) $(LOADED) | sed 's/-I/-isystem /g')
PKG_LIBS   := $(shell pkg-config --libs $(PKGS))
CFLAGS += -std=c11 -D_GNU_SOURCE -Isrc $(PKG_CFLAGS) $(WARN) $(FLAGS_$(BUILD)) -MMD -MP
LIBS   := $(PKG_LIBS) -lpthread -lm

SOURCES := $(sort $(wildcard src/*/*.c src/*/*/*.c))
TESTS   := $(filter %_test.c,$(SOURCES))
MAIN    := src/cli/main.c
LIB_SRC := $(filter-out $(TESTS) $(MAIN),$(SOURCES))
LIB_OBJ := $(LIB_SRC:%.c=$(OUT)/%.o) $(OUT)/gen/embedded.o
TEST_BIN := $(TESTS:%.c=$(OUT)/%)

# What the program carries inside: language, profiles, gazetteer, map, page script and styles.
DATA     := $(sort $(shell find data/en data/profiles data/read src/store/schema src/serve -type f \( -name '*.tsv' -o -name '*.rules' -o -name '*.profile' -o -name '*.sql' -o -name '*.json' \) 2>/dev/null))
PRODUCTS :=
-include build.d/*.mk
EMBED    := $(DATA) $(PRODUCTS)

.PHONY: all program check unit-tests print-unit-tests test demo fuzz fuzz-replays golden golden-accept kill score coverage bench bench-programs install help format clean \
        lint lint-format lint-tidy lint-cppcheck lint-shell
.SECONDARY:
all: program
program: build/daybook

build/daybook: $(OUT)/daybook
	@cp -f $< $@
$(OUT)/daybook: $(OUT)/src/cli/main.o $(OUT)/libdaybook.a
	@echo "  LD $@"
	$(Q)$(CC) $(CFLAGS) $^ $(LIBS) -o $@
$(OUT)/libdaybook.a: $(LIB_OBJ)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^
# The cascade: a twentieth fewer instructions.
INNER_release := -O3
$(OUT)/src/match/%.o $(OUT)/src/extract/%.o: CFLAGS += $(INNER_$(BUILD))
$(OUT)/src/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	$(Q)$(CC) $(CFLAGS) -c $< -o $@
$(OUT)/gen/embedded.c: $(EMBED) $(COMPILED) tools/embed.sh Makefile
	@mkdir -p $(@D)
	$(Q)tools/embed.sh $@ $(EMBED) $(foreach file,$(COMPILED),build/$(notdir $(file))=$(file))
$(OUT)/gen/embedded.o: $(OUT)/gen/embedded.c
	$(Q)$(CC) $(filter-out -Wpedantic,$(CFLAGS)) -c $< -o $@
$(OUT)/src/%_test: $(OUT)/src/%_test.o $(OUT)/libdaybook.a
	$(Q)$(CC) $(CFLAGS) $^ -lcmocka $(LIBS) -o $@

unit-tests: $(TEST_BIN)
print-unit-tests:
	@echo $(TEST_BIN)
check: $(TEST_BIN)
	CMOCKA_MESSAGE_OUTPUT=TAP prove --exec '' $(TEST_BIN)
test: program
	test/run.sh
# The accuracy as tables: the kit's where it stands beside the checkout, and the project's own reports.
score: program
	@test/score.sh --table

# The main job on the bundled example.
demo: program
	@build/daybook report examples/balochistan-2026/reports.ndjson -o build/situation.html || [ $$? -eq 1 ]
	@echo "The situation page: $(CURDIR)/build/situation.html"

# Fuzz targets: 30 s of libFuzzer each; and their corpora replayed under the sanitizers (test/fuzz.sh).
FUZZ := $(wildcard fuzz/*_fuzz.c)
fuzz: $(LIB_OBJ)
	for f in $(FUZZ); do n=$$(basename $$f _fuzz.c); mkdir -p build/corpus/$$n && \
	  clang-14 -std=c11 -D_GNU_SOURCE -Isrc $(PKG_CFLAGS) -g -O1 -fsanitize=fuzzer,address,undefined $(filter-out src/cli/%,$(LIB_SRC)) $(OUT)/gen/embedded.c $$f \
	    $(LIBS) -o build/fuzz-$$n && build/fuzz-$$n -max_total_time=30 -max_len=4096 build/corpus/$$n fuzz/corpus/$$n || exit 1; done
fuzz-replays: $(FUZZ:fuzz/%_fuzz.c=$(OUT)/fuzz/%_replay)
$(OUT)/fuzz/%_replay: fuzz/%_fuzz.c fuzz/replay.c $(OUT)/libdaybook.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $^ $(LIBS) -o $@

# Adding is killed at 200 random moments; make test does 40.
kill: program
	test/kill.sh 200

# Golden cases: what is found in the checked-in reports, for review.
golden: program
	test/golden/run.sh
golden-accept: program
	test/golden/run.sh accept

# Line coverage a room (gcov).
coverage:
	@test/coverage.sh

# Throughput of the stages and of the whole, in one run.
BENCHES := $(patsubst bench/%.c,$(OUT)/bench/%,$(wildcard bench/*_bench.c))
bench-programs: $(BENCHES)
bench: program $(BENCHES)
	@for b in $(filter-out program,$^); do echo "== $$(basename $$b)"; $$b || exit 1; done
	@test/bench.sh $(OUT)/bench/extract_bench
	@if command -v wrk >/dev/null; then echo "== desk"; bench/desk.sh 20000 1 50000; else echo "== the desk: no wrk here"; fi
$(OUT)/bench/%: bench/%.c $(OUT)/libdaybook.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $^ $(LIBS) -o $@

PREFIX ?= /usr/local
install: program
	install -D -m 755 build/daybook $(DESTDIR)$(PREFIX)/bin/daybook
	install -D -m 644 doc/man/daybook.1 $(DESTDIR)$(PREFIX)/share/man/man1/daybook.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	build/daybook completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/daybook
	build/daybook completion zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_daybook
help:
	@sed -n '/^#/!q;s/^# \{0,1\}//p' Makefile

# Linters. clang-tidy leaves a stamp a file, so a second run does only what changed.
C_FILES := $(wildcard src/*/*.[ch] src/*/*/*.[ch] tools/*/*.[ch] fuzz/*.[ch] bench/*.[ch])
SCRIPTS := bootstrap .ci/run $(wildcard test/*.sh test/*/*.sh tools/*.sh)
TIDIED  := $(filter-out %_test.c,$(filter %.c,$(C_FILES)))
lint: lint-format lint-tidy lint-cppcheck lint-shell
lint-format:
	@clang-format-14 --dry-run -Werror $(C_FILES)
lint-tidy: $(TIDIED:%.c=build/lint/%.tidy)
lint-cppcheck:
	@cppcheck --quiet -j $(shell nproc) --std=c11 --enable=warning,style,performance,portability -Isrc -Itools/gazetteer \
	  --suppress=missingIncludeSystem --inline-suppr --error-exitcode=1 $(TIDIED)
lint-shell:
	@shellcheck $(SCRIPTS)
build/lint/%.tidy: %.c .clang-tidy $(wildcard src/*/*.h src/*/*/*.h)
	@mkdir -p $(@D)
	@clang-tidy-14 --quiet $< -- -std=c11 -D_GNU_SOURCE -Isrc $(PKG_CFLAGS) >$@.log 2>&1 && mv $@.log $@ || { grep -v 'warnings generated' $@.log; exit 1; }
format:
	clang-format-14 -i $(C_FILES)
clean:
	rm -rf build
-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
