# Each target sets up what it needs first; scripts/ does the work.
# On Windows: "py -3 scripts\task.py run" and "py -3 scripts\task.py test" are the same.
#
#   make run      open the window (without a screen: pictures of it in build/snapshot/)
#   make test     run the tests                        make check   ruff, mypy, import-linter
#   make fuzz     read 20,000 broken files             make icons   renew the icon's PNG sizes
#   make random   read 2,000 new random reports        make gallery  draw docs/gallery.md anew
#   make lock     renew the lock files
#   make clean    remove what was made, .venv as well
#
# ARGS="..." is passed on: make run ARGS="report.md", make test ARGS="-k tree -x"

TASK = @./scripts/task

.PHONY: run test check setup fuzz random lock icons gallery clean

run test check setup fuzz random icons gallery:
	$(TASK) $@ $(ARGS)

lock:
	@./scripts/lock.sh

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
