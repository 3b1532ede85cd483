# The language compiled: what the program would make of data/en at every start (src/base/image.h). By BUILD, as structures
# must be laid out as in the program that opens it.
LANGUAGE_DATA := $(filter data/en/%,$(DATA))
LANGUAGE_OBJ  := $(patsubst %.c,$(OUT)/%.o,$(filter src/base/% src/model/% src/match/% src/extract/%,$(LIB_SRC)))
COMPILED      += $(OUT)/gen/en.language

$(OUT)/gen/en.language: $(OUT)/gen/language $(LANGUAGE_DATA)
	@mkdir -p $(@D)
	$(Q)$(OUT)/gen/language $@ en $(LANGUAGE_DATA)
$(OUT)/gen/language: $(OUT)/tools/language/main.o $(LANGUAGE_OBJ)
	@mkdir -p $(@D)
	@echo "  LD $@"
	$(Q)$(CC) $(CFLAGS) $^ $(LIBS) -o $@
$(OUT)/tools/%.o: tools/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	$(Q)$(CC) $(CFLAGS) -c $< -o $@
