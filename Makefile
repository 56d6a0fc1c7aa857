# What can be done here; `make` alone lists it. A Python of 3.11 or newer is all that must be there.

PYTHON ?= python3
BIN := .venv/bin
TESTS_NEED := requirements.txt requirements-dev.txt
LIKE_IN_PRODUCTION := DEBUG=off SITE_URL=https://stories.example DATABASE_URL=postgresql://db/concrit \
	SECRET_KEY=not-a-secret-only-long-enough-to-pass-the-check-of-settings-0123456789 \
	EMAIL_URL=smtp://mail.example EMAIL_FROM=concrit@stories.example

.DEFAULT_GOAL := help
.PHONY: help run operator test test-system check clean .installed .installed-for-tests

help: ## List what can be done
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r goal says; \
		do printf '%-20s %s\n' "$$goal" "$$says"; done

run: .installed ## Run the site on 127.0.0.1:8000 (HOST=… and PORT=… choose another address)
	@$(BIN)/python -m config.serving

operator: .installed ## Make an account that may do everything, the admin pages included
	@$(BIN)/python manage.py createsuperuser

test: .installed-for-tests ## Run all tests, in parallel, those in a browser too
	@$(BIN)/python -m tests.browser.installing
	@$(BIN)/python -m pytest -n auto $(ARGS)

test-system: .installed-for-tests ## Run the tests that need other programs, which root installs
	@$(BIN)/python -m pytest -m system $(ARGS)

check: .installed-for-tests ## Check style, types, templates, migrations and settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@mkdir -p .local && DEBUG=on $(BIN)/python -m mypy
	$(BIN)/python -m djlint templates --lint --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run
	@echo manage.py check --deploy
	@$(LIKE_IN_PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

clean: ## Stop this checkout's database and remove it, with all that was installed here
	@echo "This removes .venv and .local, the development database included."
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m config.embedded remove; fi
	rm -rf .venv .local

.installed:
	@$(PYTHON) config/installing.py requirements.txt

.installed-for-tests:
	@$(PYTHON) config/installing.py $(TESTS_NEED)
