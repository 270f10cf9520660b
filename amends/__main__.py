"""`python -m amends` is the command `amends`."""

from amends.cli.main import run

if __name__ == "__main__":
    run()
