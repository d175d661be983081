"""From a rubric and the facts of a portal to answers, totals and a path to a target; pure."""
