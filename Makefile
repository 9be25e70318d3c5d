# What a bare machine needs: Python 3.11 or later with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

export OMP_NUM_THREADS := 1

.PHONY: demo test lint types layers docs docs-check pictures floors nightly fuzz train train-second pretrain trials lock clean

demo: $(VENV)/.run
	$(BIN)/quellenlage demo --to demo-result

test: $(VENV)/.dev
	$(BIN)/python -m pytest

$(VENV)/.run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Quellenlage needs Python 3.11 or later; name it with: make PYTHON=python3.11 demo"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py
	$(BIN)/mkdocs build --strict --quiet

docs-check: $(VENV)/.dev
	$(BIN)/python docs/generate.py --check
	$(BIN)/mkdocs build --strict --quiet

pictures: $(VENV)/.dev
	$(BIN)/python docs/pictures.py

floors: $(VENV)/.dev
	$(BIN)/python benchmarks/floors.py check --quick

nightly: $(VENV)/.dev $(VENV)/writers/.done
	QUELLENLAGE_WRITERS_PYTHON=$(VENV)/writers/bin/python $(BIN)/python -m pytest -m "nightly or not nightly"
	$(BIN)/python benchmarks/intake.py --gigabyte
	$(BIN)/python benchmarks/floors.py check

# Fundus and news-please, whose pins and ours exclude each other. The lock is whole; without --no-deps
# pip asks for a hash of `lxml[html-clean]` beside that of lxml.
$(VENV)/writers/.done: requirements/writers.lock
	test -x $(VENV)/writers/bin/python || $(PYTHON) -m venv $(VENV)/writers
	$(VENV)/writers/bin/pip install --quiet --no-deps --require-hashes -r requirements/writers.lock
	@touch $@

# Every reader of intake for SECONDS each, led by coverage; what breaks one lands in tests/intake/found.
READERS := page text feed records press mail pdf word archive web-archive link
SECONDS ?= 600

fuzz: $(VENV)/.dev
	$(BIN)/pip install --quiet --require-hashes -r requirements/nightly.lock
	set -e; for reader in $(READERS); do $(BIN)/python -m tests.intake.fuzz $$reader $(SECONDS); done

$(VENV)/.train: $(VENV)/.run requirements/train.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements/train.lock
	@touch $@

# The default heads from ../shared/data and the committed encoder; half an hour on 2 cores.
train: $(VENV)/.train
	$(BIN)/python -m training.tagger
	$(BIN)/python -m training.names
	$(BIN)/python -m training.encoder.tasks
	$(BIN)/python -m training.encoder.heads
	$(BIN)/python -m training.encoder.export
	$(BIN)/python -m training.encoder.words

# The second set of weights, from non-commercial data; ten minutes on one core.
train-second: $(VENV)/.train
	$(BIN)/python -m training.encoder.quotations
	$(BIN)/python -m training.encoder.second
	$(BIN)/python -m training.encoder.export --heads training/build/second.pt --to second/src/quellenlage_second/weights

# The encoder itself from the raw archive; made for one GPU, its cost stands on its card. With SIZE=small
# a smaller one for two CPU cores, from one article in ten, which takes the place of nothing: all of it
# lies in training/build/small, and its figure is printed. A run that was stopped goes on; the weights
# stay as they are until it is through.
SIZE ?= full
STEPS ?= 4000
EPOCHS ?= 7
ifeq ($(SIZE),small)
PRETRAINED := training/build/small
PACKING := --every 10 --vocabulary 8192
TRAINING := --small --steps $(STEPS)
EXPORT := --to $(PRETRAINED)/weights --pretrained $(PRETRAINED)/upper-pretrained.onnx
MEASURING := --weights $(PRETRAINED)/weights
else
PRETRAINED := training/build
WORDS := $(BIN)/python -m training.encoder.words
endif
PIECES := $(PRETRAINED)/pieces.txt.xz

$(PRETRAINED)/archive.u16.xz: | $(VENV)/.train
	$(BIN)/python -m training.encoder.pack $(PACKING) --pieces $(PIECES) --text $@

pretrain: $(VENV)/.train $(PRETRAINED)/archive.u16.xz
	$(BIN)/python -m training.encoder.pretrain $(TRAINING) --pieces $(PIECES) \
	  --text $(PRETRAINED)/archive.u16.xz --to $(PRETRAINED)
	$(BIN)/python -m training.encoder.tasks
	$(BIN)/python -m training.encoder.heads --encoder $(PRETRAINED)/encoder.pt --pieces $(PIECES) \
	  --to $(PRETRAINED)/heads.pt --epochs $(EPOCHS)
	$(BIN)/python -m training.encoder.export --encoder $(PRETRAINED)/encoder.pt \
	  --heads $(PRETRAINED)/heads.pt --pieces $(PIECES) $(EXPORT)
	$(WORDS)
	$(BIN)/python -m training.encoder.trials $(MEASURING)

# What each component and each way of learning brings, where it is no suite: an hour; spaCy is in .dev.
trials: $(VENV)/.train $(VENV)/.dev
	$(BIN)/python -m training.encoder.trials
	$(BIN)/python -m training.encoder.trials --sentences
	$(BIN)/python -m training.names --trials
	$(BIN)/python -m training.tagger --measure --clusters
	$(BIN)/python -m training.encoder.words --measure
	test -e training/build/archive-tokens.txt || $(BIN)/python -m training.corpus
	test -e training/build/vectors-2.bin || $(BIN)/python -m training.vectors 2
	$(BIN)/python -m training.spacy_trial

lock: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-header --no-annotate pyproject.toml requirements/run.in -o requirements/run.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-header --no-annotate requirements/run.lock requirements/dev.in -o requirements/dev.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-header --no-annotate requirements/run.lock requirements/train.in -o requirements/train.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-header --no-annotate requirements/nightly.in -o requirements/nightly.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-header --no-annotate requirements/writers.in -o requirements/writers.lock

clean:
	rm -rf $(VENV) demo-result site build dist
