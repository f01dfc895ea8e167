"""`python -m factlint`."""

from factlint.start import main

if __name__ == "__main__":
    main()
