//! The program: see [`couveuse::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    couveuse::cli::run()
}
