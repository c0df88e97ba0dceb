"""What two maps differ in that counts in an evaluation, and what each difference changes."""
