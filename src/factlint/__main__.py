"""`python -m factlint`."""

from factlint.start import run

if __name__ == "__main__":
    run()
