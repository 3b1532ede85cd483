# The page's and the desk's script and styles, and the base map, bundled from web/ and embedded in the program.
WEB_SOURCES := $(sort $(wildcard web/src/*.ts web/src/*.css))
WEB_TOOLS   := web/node_modules/.package-lock.json
PRODUCTS    += build/web/page.css build/web/page.js build/web/desk.css build/web/desk.js build/web/world.map

$(WEB_TOOLS): web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@
build/web/page.css build/web/page.js build/web/desk.css build/web/desk.js &: $(WEB_SOURCES) web/tools/build.mjs $(WEB_TOOLS)
	@mkdir -p build/web
	node web/tools/build.mjs build/web
build/web/world.map: web/tools/world.mjs web/tools/disputed.tsv $(WEB_TOOLS)
	@mkdir -p build/web
	node web/tools/world.mjs $@
