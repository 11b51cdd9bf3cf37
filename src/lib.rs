//! couveuse: an incubator reviews its portfolio of startups in the terminal.
//!
//! This page is the map of the house. Imports run downward only, and `tests/it/architecture.rs` holds the table.
//!
//! | room | what lives there | may use |
//! |---|---|---|
//! | [`model`] | the nouns and what is always true of them | – |
//! | [`record`] | TOML text ⇄ model: shapes, reading with places, patching, merging | model |
//! | [`parallel`] | work on long lists, on one core or all | – |
//! | [`rules`] | terms in force, funding, occurrences, committees, checks: functions of a portfolio and a day | model, parallel |
//! | [`edit`] | the verbs: an intention → changes of a record and a message | model, record |
//! | [`store`] | the only room that touches git and the folder of records | model, record, edit |
//! | [`locale`] | words and formats in French and English | model |
//! | [`report`] | answers → text, JSON, diagnostics; the language of filters. No terminal | model, parallel, rules, locale |
//! | [`ui`] | state, `update`, screens, forms, keymap, theme. Never sees `store` | model, rules, edit, locale, report |
//! | [`demo`] | fictional portfolios of any size | model, record |
//! | [`cli`] | arguments, terminal, event loop, exit codes; the user's own files: configuration, drafts, state | all |
//!
//! What lies on disk, and the type that reads it:
//!
//! | file | type |
//! |---|---|
//! | `portfolio.toml` | [`model::Incubator`] |
//! | `parties/<id>.toml` | [`model::Party`] |
//! | `startups/<id>.toml` | [`model::Startup`] |
//! | `conventions/<id>.toml` | [`model::Convention`] |
//! | `schema/<kind>.json` | printed by [`record::schema`] |
//! | `themes/<name>.toml`, built in; in `~/.config/couveuse/themes/`, the user's own | [`ui::Theme`] |
//! | `~/.config/couveuse/config.toml` | `cli::config::Config`; its keys: [`ui::Keymap`] |
//! | `~/.local/state/couveuse/<folder>.toml` | [`ui::Session`] |
//! | `~/.local/state/couveuse/<folder>-drafts-<n>.toml` | [`ui::Drafts`] |
//! | `src/locale/<language>.ftl` | [`locale::Locale`] |
//! | `tests/pictures/<name>.svg` | drawn by [`ui::picture`] |
//!
//! One key, from the keyboard to the commit: `cli` reads it and hands it to [`ui`], whose `update` turns it into
//! a new state and a list of [`ui::Effect`]s; for a form that ends well, that is [`ui::Effect::Save`] with an
//! [`edit::Edit`]. A worker thread of `cli` gives the edit to [`store::Folder::save`], which makes it to the text on
//! disk, commits what it touches alone and answers; the answer comes back as a [`ui::Outcome`].

pub mod cli;
pub mod demo;
pub mod edit;
pub mod locale;
pub mod model;
pub mod parallel;
pub mod record;
pub mod report;
pub mod rules;
pub mod store;
pub mod ui;
