"""One module or folder for each format; ``imsterms.formats`` says what each offers."""
