//! Arguments, the terminal's life, the event loop, performing effects, exit codes.
