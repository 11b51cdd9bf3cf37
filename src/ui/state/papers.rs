//! Opens the box that makes papers, and passes the outcomes of its effects to it.

use super::{Notice, State};
use crate::ui::layer::{Layer, PaperBox, offered_papers};
use crate::ui::{Effect, MadePaper};

impl State {
    /// Offers the papers of the review, of the selection and of the portfolio.
    pub(super) fn open_papers(&mut self) -> Vec<Effect> {
        let target = self.target();
        let (layer, effect) = PaperBox::new(offered_papers(&self.env, target.as_ref()));
        self.layers.push(Layer::Papers(Box::new(layer)));
        effect.into_iter().collect()
    }

    pub(super) fn paper_box(&mut self) -> Option<&mut PaperBox> {
        self.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Papers(papers) => Some(papers.as_mut()),
            _ => None,
        })
    }

    pub(super) fn paper_made(&mut self, made: MadePaper) {
        let Self { env, layers, .. } = self;
        let papers = layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Papers(papers) => Some(papers),
            _ => None,
        });
        if let Some(papers) = papers {
            papers.take(made, env);
        }
    }

    pub(super) fn paper_exists(&mut self, file: String) {
        if let Some(papers) = self.paper_box() {
            papers.exists(file);
        }
    }

    pub(super) fn paper_written(&mut self, words: String) {
        self.layers.retain(|layer| !matches!(layer, Layer::Papers(_)));
        self.notice = Some(Notice::Done(words));
    }
}
