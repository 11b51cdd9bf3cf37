//! What the tests share: repositories to work in, a fixed clean environment.
