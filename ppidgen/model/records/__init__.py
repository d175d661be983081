"""What officers write down: the records of the registers, one module for each kind."""
