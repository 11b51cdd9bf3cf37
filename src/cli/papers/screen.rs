//! Papers for the screen: the preview, and the files.

use super::PaperMaker;
use super::write::{self, PaperFile};
use crate::cli::errors::Failure;
use crate::model::MessageArg;
use crate::papers::{self, Document, PaperFormat, PaperRequest};
use crate::rules::Occurrence;
use crate::ui::{MadePaper, Outcome, PaperOrder, PaperPreview};

impl PaperMaker<'_> {
    /// Builds a paper and shows it as text.
    #[must_use]
    pub fn preview(&self, request: &PaperRequest) -> Outcome {
        let paper = self.text(request).map_err(|failure| failure.line());
        Outcome::PaperMade(Box::new(MadePaper { request: request.clone(), paper }))
    }

    fn text(&self, request: &PaperRequest) -> Result<PaperPreview, Failure> {
        let source = self.source(request.clone())?;
        let documents = source.build()?;
        let text = source.render(&documents, PaperFormat::Text)?.join("\n\n");
        let names = documents.iter().map(|document| document.file_name.clone()).collect();
        let missing = documents.iter().map(|document: &Document| document.missing.len()).sum();
        Ok(PaperPreview { text, names, missing })
    }

    /// Returns the letters that remind of what is late, as plain text.
    ///
    /// # Errors
    /// If a template of the folder is wrong.
    pub fn letters(&self, late: &[Occurrence]) -> Result<String, Failure> {
        let source = self.source(PaperRequest::Reminder { party: None, second: false })?;
        let letters = source.with(&source.locale, |input| papers::letters(input, late));
        Ok(source.render(&letters, PaperFormat::Text)?.join("\n\n"))
    }

    /// Writes a paper, and commits it if asked to.
    #[must_use]
    pub fn order(&self, order: &PaperOrder) -> Outcome {
        self.write(order).unwrap_or_else(|failure| failure.outcome())
    }

    fn write(&self, order: &PaperOrder) -> Result<Outcome, Failure> {
        let source = self.source(order.request.clone())?;
        let documents = source.build()?;
        let rendered = source.render(&documents, order.format)?;
        let out = self.folder.root().join(&order.path);
        let files = write::files(&out, &documents, rendered, order.format);
        let name = |file: &PaperFile| {
            let below = file.path.strip_prefix(self.folder.root()).unwrap_or(&file.path);
            below.display().to_string()
        };
        let replaced = files.iter().find(|file| write::differs(file)).filter(|_| !order.replaces);
        if let Some(file) = replaced {
            return Ok(Outcome::PaperExists(name(file)));
        }
        write::save(self.locale, &files)?;
        let facts = [
            ("count", MessageArg::count(files.len())),
            ("file", MessageArg::Text(files.first().map(name).unwrap_or_default())),
            ("folder", MessageArg::Text(order.path.clone())),
        ];
        let mut words = self.locale.message("paper-written", &facts);
        if order.commits {
            let commit = write::commit(self.locale, self.folder, self.portfolio, &files)?;
            let said = match commit {
                Some(commit) => self.locale.message("doc-committed", &[("commit", MessageArg::Text(commit))]),
                None => self.locale.text("doc-committed-already"),
            };
            words = format!("{words} · {said}");
        }
        Ok(Outcome::PaperWritten(words))
    }
}
