//! The sample portfolio says what the five documents say.
