//! The verbs on the command line: the commit that each leaves.
