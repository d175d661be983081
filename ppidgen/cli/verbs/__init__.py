"""One module for each verb: reads arguments, calls what does the work, prints, and ends with a code."""
