//! The program: see [`couveuse::cli`].
fn main() {}
