//! The integration tests, one binary: what the program does, seen from outside.

mod bad_input;
mod check;
mod commands;
mod edits;
mod house;
mod journeys;
mod loading;
mod sample;
mod schema;
mod screens;
mod support;
mod terminal;
mod words;
