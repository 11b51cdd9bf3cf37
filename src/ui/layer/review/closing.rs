//! Closing a review: refused while a startup has no outcome, and asked before.

use super::{ReviewLayer, ReviewStage, draw};
use crate::edit;
use crate::edit::verb::ReviewCloseVerb;
use crate::model::{MessageArg, Review, ReviewKind, Time};
use crate::ui::Effect;
use crate::ui::env::Env;
use crate::ui::layer::{EventReply, Request};

impl ReviewLayer {
    /// Closes the review, after it was asked; names the startups without an outcome.
    pub(super) fn close(&mut self, env: &Env) -> EventReply {
        let Some(review) = self.review(env).filter(|review| !review.is_closed()) else {
            return EventReply::ask(Request::Info(env.locale.text("review-not-open")));
        };
        let is_portfolio = review.kind == ReviewKind::Portfolio;
        let (outcomes, missing) =
            ReviewCloseVerb::outcomes_of(&env.data.portfolio, review, &self.noted, is_portfolio && self.is_asked);
        let (_, unsettled) = ReviewCloseVerb::outcomes_of(&env.data.portfolio, review, &self.noted, false);
        if !missing.is_empty() || (!self.is_asked && !unsettled.is_empty()) {
            let ctx = env.render_context();
            let agenda = self.agenda(env);
            self.selected = missing.first().and_then(|id| agenda.iter().position(|other| other == id)).unwrap_or(0);
            self.stage = ReviewStage::Agenda;
            self.is_asked = is_portfolio;
            let names: Vec<String> = unsettled.iter().map(|id| ctx.startup_name(id)).collect();
            let facts =
                [("count", MessageArg::count(names.len())), ("names", MessageArg::Text(draw::some(env, &names)))];
            let key = if is_portfolio { "review-note-rest" } else { "review-unsettled" };
            return EventReply::ask(Request::Info(env.locale.message(key, &facts)));
        }
        if !std::mem::replace(&mut self.is_asked, true) {
            self.stage = ReviewStage::Agenda;
            return EventReply::ask(Request::Info(closing_question(env, review, outcomes.len())));
        }
        let closed = env.now.unwrap_or_else(|| env.today.and_time(Time::MIN));
        let verb = ReviewCloseVerb { review: review.id.clone(), closed, outcomes: outcomes.clone() };
        let review = review.id.clone();
        match edit::edit(&env.data.portfolio, &[verb.into()], env.today) {
            Ok(edit) => {
                EventReply::ask(Request::Effect(Effect::CloseReview { edit: Box::new(edit), review, outcomes }))
            }
            Err(error) => EventReply::ask(Request::Info(crate::ui::form::edit_error(&error, &env.locale))),
        }
    }
}

/// Returns the question before a review is closed, with what its minutes will miss.
fn closing_question(env: &Env, review: &Review, outcomes: usize) -> String {
    let meeting = [
        ("doc-miss-start", review.start.is_none()),
        ("doc-miss-chair", review.chair.is_none()),
        ("doc-miss-secretary", review.secretary.is_none()),
        ("doc-miss-place", review.place.is_none()),
    ];
    let missing = meeting.into_iter().filter(|(_, is_missing)| *is_missing).map(|(key, _)| env.locale.text(key));
    let missing: Vec<String> = missing.collect();
    if missing.is_empty() {
        return env.locale.message("review-close-asked", &[("count", MessageArg::count(outcomes))]);
    }
    env.locale.message("review-close-missing", &[("what", MessageArg::Text(missing.join(", ")))])
}
