//! Named keys on a real repository, then the screen and the git state.
