//! The integration tests, one binary: what the program does, seen from outside.
// What clippy.toml allows within tests holds for the functions that they share, too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod boxes;
mod check;
mod commands;
mod config;
mod contrast;
mod crash;
mod demo;
mod edits;
mod eight;
mod facts;
mod forms;
mod fuzzed;
mod grounds;
mod hand_edits;
mod hands;
mod history;
mod house;
mod init;
mod journeys;
mod keys;
mod lists;
mod loading;
mod merging;
mod mouse;
mod past;
mod pictures;
mod promises;
mod remembering;
mod sample;
mod schema;
mod screens;
mod several;
mod sizes;
mod styles;
mod support;
mod sync;
mod terminal;
mod twenty;
mod undo;
mod unread;
mod verbs;
mod views;
mod words;
