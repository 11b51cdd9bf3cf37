//! Pages: opened from rows, from each other's lines and from boxes, and the way back through them.

use tui_input::Input as TextInput;

use super::{State, page_width};
use crate::model::{Id, Location, PathStep, RecordKind};
use crate::ui::list_screens::findings;
use crate::ui::overlay::{Overlay, Topic};
use crate::ui::pages::{OpenPage, PageSubject};
use crate::ui::render_context::RenderContext;
use crate::ui::screen::Screen;
use crate::ui::target::Target;
use crate::ui::widget::list::ListRow;

impl State {
    /// Opens the page of a subject, or goes to what is meant on it. The page that it was opened from is behind it.
    pub(super) fn open(&mut self, subject: PageSubject, meant: Option<&Target>) {
        let mut opened = OpenPage::new(&self.render_context(), subject, page_width(self.size.0));
        if let Some(meant) = meant.filter(|meant| **meant != opened.subject.target()) {
            opened.page.select(|target| target.is_same(meant));
        }
        self.looked_for = TextInput::default();
        let before = self.opened.take().filter(|before| before.subject != opened.subject);
        self.behind.extend(before);
        self.opened = Some(opened);
    }

    /// Back to the page behind, or to the list.
    pub(super) fn close_page(&mut self) {
        self.opened = self.behind.pop();
        self.renew_pages();
    }

    /// Away from all pages.
    pub(super) fn close_pages(&mut self) {
        self.behind.clear();
        self.opened = None;
    }

    /// Enter: the page of what is selected; a finding, and a record that cannot be read, in full first.
    pub(super) fn open_selected(&mut self) {
        if let Some(Overlay::Text(reading)) = &self.overlay {
            let target = match &reading.topic {
                Topic::Finding(row) => Screen::Findings.listing().target(&self.data, *row),
                Topic::Commit(_) => reading.page.target().cloned(),
                _ => return,
            };
            if let Some(target) = target
                && let Some(subject) = PageSubject::of(&self.render_context(), &target)
            {
                self.overlay = None;
                self.open(subject, Some(&target));
            }
            return;
        }
        if self.opened.is_some() {
            return self.open_linked();
        }
        let Some(row) = self.list().selected_row() else { return };
        let target = self.screen.listing().target(&self.data, row);
        match (row, &target) {
            (ListRow::Finding(_), _) => self.read(Topic::Finding(row)),
            (_, Some(Target::Commit { name, .. })) => self.read(Topic::Commit(name.clone())),
            (ListRow::Unreadable(n), _) => self.read_unreadable(n),
            (_, Some(meant)) => {
                if let Some(subject) = PageSubject::of(&self.render_context(), meant) {
                    self.open(subject, Some(meant));
                }
            }
            _ => {}
        }
    }

    fn read_unreadable(&mut self, n: usize) {
        let record = self.data.portfolio.unreadable.get(n);
        let of_it = |row: &ListRow| {
            findings::diagnostic(&self.data, *row).is_some_and(|found| found.finding.record() == record)
        };
        let finding = (0..self.data.diagnostics.len()).map(ListRow::Finding).find(of_it);
        if let Some(finding) = finding {
            self.read(Topic::Finding(finding));
        }
    }

    /// The page of what the line of a page speaks of, where that is another.
    fn open_linked(&mut self) {
        let Some(opened) = &self.opened else { return };
        let Some(target) = opened.page.target().cloned() else { return };
        if let Target::Commit { name, .. } = target {
            return self.read(Topic::Commit(name));
        }
        let ctx = self.render_context();
        let agreement = || PageSubject::of(&ctx, &Target::Convention(target.convention()?.clone()));
        let candidates = [party(&ctx, &target).map(PageSubject::Party), PageSubject::of(&ctx, &target), agreement()];
        let is_another = |subject: &PageSubject| subject.exists(&ctx) && *subject != opened.subject;
        let subject = candidates.into_iter().flatten().find(is_another);
        if let Some(subject) = subject {
            self.open(subject, Some(&target));
        }
    }
}

/// The party that a line of a record names.
fn party(ctx: &RenderContext<'_>, target: &Target) -> Option<Id> {
    let Target::Fact(Location::Value(record, path)) = target else { return None };
    let (PathStep::Key(key), at) = (path.0.first()?, path.0.get(1)) else { return None };
    let nth = match at {
        Some(PathStep::Index(n)) => *n,
        _ => 0,
    };
    match (record.kind, key.as_str()) {
        (RecordKind::Convention, "parties") => ctx.convention(&record.id)?.parties.get(nth).cloned(),
        (RecordKind::Convention, "signatories") => {
            ctx.convention(&record.id)?.signatories.get(nth).map(|one| one.party.clone())
        }
        (RecordKind::Startup, "sponsors") => ctx.startup(&record.id)?.sponsors.get(nth).cloned(),
        (RecordKind::Startup, "incubator") => ctx.startup(&record.id)?.incubator.clone(),
        _ => None,
    }
}
