//! couveuse: an incubator reviews its portfolio of startups in the terminal.
//!
//! `docs/architecture.md` is the long version of this page. Imports run downward only; `tests/it/architecture/` holds
//! the table.
//!
//! | module | content | may use |
//! |---|---|---|
//! | [`model`] | domain types and their invariants; no TOML, git, or clock | – |
//! | [`parallel`] | work on long lists, on one core or all | – |
//! | [`record`] | TOML text ⇄ model: raw types, reading, locating, patching, merging | model |
//! | [`rules`] | terms, funding, occurrences, committees, checks: pure functions of a portfolio and a date | model, parallel |
//! | [`edit`] | verbs: an intention → changes of records and a commit message | model, record, locale |
//! | [`import`] | files of other systems → a plan → one edit | model, record, locale, edit |
//! | [`store`] | the folder of records and its git repository; nothing else touches them | model, record, edit |
//! | [`locale`] | texts and formats in French and English | model |
//! | [`report`] | answers → text, JSON, diagnostics; filters. No terminal | model, parallel, rules, locale |
//! | [`papers`] | the papers of conventions and committees, rendered through templates | model, rules, locale, report |
//! | [`export`] | the portfolio as a workbook, CSV, a calendar, a web page, or JSON. Returns bytes | model, rules, locale, report, papers |
//! | [`ui`] | state, `update`, screens, forms, keymap, themes. Never sees `store` | model, rules, edit, locale, report |
//! | [`demo`] | fictional portfolios of any size | model, record |
//! | [`cli`] | arguments, terminal, event loop, exit codes; the user's configuration, drafts, and session | all |
//!
//! Files, and the types that read them:
//!
//! | file | type |
//! |---|---|
//! | `portfolio.toml` | [`model::Incubator`] |
//! | `parties/<id>.toml` | [`model::Party`] |
//! | `startups/<id>.toml` | [`model::Startup`] |
//! | `conventions/<id>.toml` | [`model::Convention`] |
//! | `reviews/<id>.toml` | [`model::Review`] |
//! | `schema/<kind>.json` | printed by [`record::schema`] |
//! | `templates/` | [`papers::Templates`] |
//! | `import/public-record.toml` | `cli::import::public_record` |
//! | `import/<name>.toml` | [`import::ledger::LedgerMapping`] |
//! | `themes/<name>.toml`, built in; custom ones in `~/.config/couveuse/themes/` | [`ui::Theme`] |
//! | `~/.config/couveuse/config.toml` | `cli::config::Config`; keys: [`ui::Keymap`] |
//! | `~/.local/state/couveuse/<folder>.toml` | [`ui::Session`] |
//! | `~/.local/state/couveuse/<folder>-drafts-<n>.toml` | [`ui::Drafts`] |
//! | `src/locale/<language>.ftl` | [`locale::Locale`] |
//! | `tests/pictures/<name>.svg` | drawn by [`ui::picture`] |
//!
//! From a key to a commit: `cli` reads the key and passes it to [`ui`], whose `update` returns a new state and a list
//! of [`ui::Effect`]s. A completed form yields [`ui::Effect::Save`] with an [`edit::Edit`]. A worker thread of `cli`
//! passes the edit to [`store::Folder::save`], which applies it to the text on disk and commits that file alone. The
//! result returns as a [`ui::Outcome`]. `docs/architecture.md` has every step, and a table from questions to files.

pub mod cli;
pub mod demo;
pub mod edit;
pub mod export;
pub mod import;
pub mod locale;
pub mod model;
pub mod papers;
pub mod parallel;
pub mod record;
pub mod report;
pub mod rules;
pub mod store;
#[cfg(test)]
mod testing;
pub mod ui;
