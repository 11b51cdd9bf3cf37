//! Bad input never stops the program: it becomes a finding, and every other record works.
