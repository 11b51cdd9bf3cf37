//! Renders papers through templates, which a portfolio can override in its `templates/` folder.
//!
//! A template sees the tree of the paper as `paper`, the texts around it as `words`, and `logo`. HTML templates escape
//! every value; the filters `markdown` and `plain` do so for the other formats. Work and output are bounded.

use std::collections::BTreeMap;
use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, context};
use serde::Serialize;

use super::chart;
use super::document::{Block, Document};
use super::markup;
use crate::locale::Locale;
use crate::report::PaperFormat;

/// The templates of a portfolio by name (`management.html`), and its logo as a data URI.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    pub texts: BTreeMap<String, String>,
    pub logo: Option<String>,
}

/// Why a paper cannot be rendered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A template of the portfolio is wrong, or takes too long.
    #[error("{template}:{line}: {why}")]
    Template { template: String, line: usize, why: String },
    /// The result exceeds [`MAX_OUTPUT`] bytes.
    #[error("the paper is larger than {MAX_OUTPUT} bytes")]
    TooLarge,
}

/// The size in bytes that a rendered paper may have.
pub const MAX_OUTPUT: usize = 20_000_000;

/// The number of template instructions that a paper may take.
const FUEL: u64 = 50_000_000;

const BUILT_IN: [(&str, &str); 6] = [
    ("blocks.html", include_str!("templates/blocks.html")),
    ("style.css", include_str!("templates/style.css")),
    ("portfolio.html", include_str!("templates/portfolio.html")),
    ("paper.html", include_str!("templates/paper.html")),
    ("paper.md", include_str!("templates/paper.md")),
    ("paper.txt", include_str!("templates/paper.txt")),
];

impl Templates {
    /// Returns whether the portfolio has a template of its own with this name.
    #[must_use]
    pub fn replaces(&self, name: &str) -> bool {
        self.texts.contains_key(name)
    }
}

/// Renders a paper with the template `KIND.FORMAT` of the portfolio, else its `paper.FORMAT`, else the built-in one.
///
/// # Errors
/// If a template is wrong, runs too long, or writes too much.
pub fn render_paper(
    document: &Document,
    format: PaperFormat,
    templates: &Templates,
    locale: &Locale,
) -> Result<String, RenderError> {
    let extension = format.extension();
    let sources = sources(templates);
    let own = format!("{}.{extension}", document.kind);
    let name = if sources.contains_key(own.as_str()) { own } else { format!("paper.{extension}") };
    let values = context! {
        paper => Value::from(Serde(document)),
        blocks => Value::from(Serde(rendered(&document.blocks))),
        words => words(locale),
        logo => templates.logo.clone(),
    };
    render(&sources, &name, values)
}

/// Renders the page of a portfolio with the template `portfolio.html`, which sees `page` and, as `papers`, papers with
/// their `blocks`.
///
/// # Errors
/// If a template is wrong, runs too long, or writes too much.
pub fn render_page(
    page: &impl Serialize,
    papers: &[(String, Document)],
    templates: &Templates,
    locale: &Locale,
) -> Result<String, RenderError> {
    let parts: Vec<PagePart<'_>> =
        papers.iter().map(|(anchor, paper)| PagePart { anchor, paper, blocks: rendered(&paper.blocks) }).collect();
    let values = context! {
        page => Value::from(Serde(page)),
        papers => Value::from(Serde(parts)),
        words => words(locale),
        logo => templates.logo.clone(),
    };
    render(&sources(templates), "portfolio.html", values)
}

/// A paper within a page.
#[derive(Serialize)]
struct PagePart<'a> {
    /// The name by which links find it.
    anchor: &'a str,
    paper: &'a Document,
    blocks: Vec<RenderedBlock<'a>>,
}

/// Returns the built-in templates and those of the portfolio, which replace them.
fn sources(templates: &Templates) -> BTreeMap<&str, &str> {
    let mut sources: BTreeMap<&str, &str> = BUILT_IN.into_iter().collect();
    sources.extend(templates.texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    sources
}

fn render(sources: &BTreeMap<&str, &str>, name: &str, values: Value) -> Result<String, RenderError> {
    let mut environment = Environment::new();
    environment.set_fuel(Some(FUEL));
    environment
        .set_auto_escape_callback(|name| if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None });
    // Lines that hold only a tag leave no line in the output.
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.map_err(|error| wrong(&error, "paper"))?);
    environment.add_filter("markdown", |text: String| markup::markdown(&text));
    environment.add_filter("plain", |text: String| markup::plain(&text));
    for (name, text) in sources {
        environment.add_template(name, text).map_err(|error| wrong(&error, name))?;
    }
    let template = environment.get_template(name).map_err(|error| wrong(&error, name))?;
    let mut output = Bounded::default();
    match template.render_captured_to(values, &mut output) {
        _ if output.is_full => Err(RenderError::TooLarge),
        Ok(_) => Ok(String::from_utf8_lossy(&output.bytes).into_owned()),
        Err(error) => Err(wrong(&error, name)),
    }
}

fn wrong(error: &minijinja::Error, template: &str) -> RenderError {
    let why = match error.kind() {
        ErrorKind::OutOfFuel => "takes too long".to_owned(),
        _ => error.detail().map_or_else(|| error.kind().to_string(), str::to_owned),
    };
    let template = error.name().unwrap_or(template).to_owned();
    RenderError::Template { template, line: error.line().unwrap_or(1), why }
}

/// Returns the texts around the content: title of the list of what is missing, and so on.
fn words(locale: &Locale) -> BTreeMap<&'static str, String> {
    let known = [("draft", "doc-draft"), ("missing", "doc-missing"), ("colon", "doc-colon")];
    known.into_iter().map(|(name, key)| (name, locale.text(key))).collect()
}

/// A block with what templates cannot compute: aligned tables and drawn charts.
#[derive(Serialize)]
struct RenderedBlock<'a> {
    #[serde(flatten)]
    block: &'a Block,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    svg: Option<Value>,
    /// The blocks of a section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<RenderedBlock<'a>>,
}

fn rendered(blocks: &[Block]) -> Vec<RenderedBlock<'_>> {
    blocks
        .iter()
        .map(|block| {
            let mut rendered = RenderedBlock { block, markdown: None, text: None, svg: None, parts: Vec::new() };
            match block {
                Block::Section { blocks, .. } => rendered.parts = self::rendered(blocks),
                Block::Table(table) => {
                    rendered.markdown = Some(markup::markdown_table(table));
                    rendered.text = Some(markup::text_table(table));
                }
                Block::Chart(chart) => {
                    let table = chart::as_table(chart);
                    rendered.markdown = Some(markup::markdown_table(&table));
                    rendered.text = Some(markup::text_table(&table));
                    rendered.svg = Some(Value::from_safe_string(chart::svg(chart)));
                }
                _ => {}
            }
            rendered
        })
        .collect()
}

/// Collects output up to [`MAX_OUTPUT`].
#[derive(Default)]
struct Bounded {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MAX_OUTPUT {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
