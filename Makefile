# make run     the desk with its sample, at the address that it prints; Ctrl-C stops everything
# make test    all tests                        make test ARGS="tests/cases -x"
# make pictures  the journeys, with their pictures kept in docs/pictures
# make check   everything that can be checked without running the desk
# make bench   one benchmark                    make bench NAME=intake ARGS="--mails 200"
# make lock    the lock files anew, from pyproject.toml

BIN := .venv/bin
ARGS ?=
# One more than there are cores: a test that waits for a server, a browser or the clock leaves its core to another.
WORKERS ?= $(shell n=$$(($$(getconf _NPROCESSORS_ONLN) + 1)); echo $$((n < 6 ? n : 6)))
# Where the shell says not to write bytecode, every start would compile everything again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test pictures check leanings bench lock

run: .venv/base.stamp
	@$(BIN)/amends serve --sample --data data $(ARGS)

test: .venv/dev.stamp
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

pictures: .venv/dev.stamp
	@AMENDS_PICTURES=1 $(BIN)/python -m pytest tests/journeys $(ARGS)

check: .venv/dev.stamp
	@.ci/check $(ARGS)

leanings: .venv/dev.stamp
	@$(BIN)/python bench/leanings.py --write
	@$(BIN)/python bench/wordings.py --write

bench: .venv/dev.stamp
	@test -f "bench/$(NAME).py" || { echo "Which one? make bench NAME=…: $$(cd bench && ls [a-z]*.py | sed 's/\.py//' | xargs)"; exit 2; }
	@$(BIN)/python "bench/$(NAME).py" $(ARGS)

lock:
	@requirements/lock

.venv/base.stamp: requirements/base.txt requirements/install
	@requirements/install base
	@touch $@

.venv/dev.stamp: requirements/dev.txt requirements/install
	@requirements/install dev
	@touch .venv/base.stamp $@
