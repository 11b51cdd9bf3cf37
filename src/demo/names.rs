//! Names of nobody and nothing.

/// An organisation that signs conventions.
pub struct Party {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: &'static str,
}

/// Organisations that are on no map.
pub const PARTIES: &[Party] = &[
    Party { id: "bois-levant", name: "Commune de Bois-Levant", kind: "commune" },
    Party { id: "brumeval", name: "Communauté d’agglomération de Brumeval", kind: "agglomeration" },
    Party { id: "direction-des-marees", name: "Direction des marées et des phares éteints", kind: "ministry" },
    Party { id: "haute-orle", name: "Département de la Haute-Orle", kind: "department" },
    Party { id: "office-des-sentiers", name: "Office des sentiers perdus", kind: "agency" },
    Party { id: "port-clair", name: "Métropole de Port-Clair-sur-Onde", kind: "metropolis" },
    Party { id: "val-tisserand", name: "Région du Val-Tisserand", kind: "region" },
    Party { id: "ventelune", name: "Communauté de communes de Ventelune", kind: "community" },
];

/// What startups are called after, in alphabetical order of their ids.
pub const NOUNS: &[&str] = &[
    "Abeille",
    "Acacia",
    "Ancre",
    "Balise",
    "Bastingage",
    "Boussole",
    "Caillou",
    "Chantier",
    "Clairière",
    "Colibri",
    "Dentelle",
    "Digue",
    "Écluse",
    "Écorce",
    "Estran",
    "Fanal",
    "Farandole",
    "Fougère",
    "Galet",
    "Girouette",
    "Guirlande",
    "Hirondelle",
    "Horizon",
    "Îlot",
    "Jardin",
    "Kiosque",
    "Lanterne",
    "Lavoir",
    "Lisière",
    "Marelle",
    "Moulin",
    "Navette",
    "Noisette",
    "Ombrelle",
    "Orée",
    "Papillon",
    "Passerelle",
    "Potager",
    "Quai",
    "Ricochet",
    "Ruche",
    "Sablier",
    "Sentier",
    "Source",
    "Tamis",
    "Tilleul",
    "Tournesol",
    "Vannerie",
    "Verger",
    "Zéphyr",
];

/// What startups are for.
pub const MISSIONS: &[&str] = &[
    "Trouver en une minute le guichet qui répond, et savoir où en est sa demande",
    "Réparer plutôt que jeter : mettre en relation ateliers et habitants",
    "Partager les trajets du quotidien là où aucun bus ne passe",
    "Signaler un logement abîmé et suivre les travaux jusqu’à leur fin",
    "Donner aux cantines les moyens de peser et de réduire ce qui se perd",
    "Aider les associations à trouver une salle, un bénévole, un financement",
    "Prévenir les riverains avant la crue, et non pendant",
];

/// What is undertaken in conventions: whether the party or the home owes it, and the words.
pub const UNDERTAKINGS: &[(bool, &str)] = &[
    (true, "Mettre à disposition un local et les accès nécessaires à l’équipe"),
    (true, "Désigner un interlocuteur qui décide et qui répond sous cinq jours"),
    (false, "Tenir à jour la feuille de route publique du produit"),
    (false, "Inviter la collectivité à chaque démonstration"),
    (true, "Fournir les jeux de données promis, avec leur description"),
    (false, "Rendre compte de la consommation des crédits"),
    (true, "Relayer le produit auprès des services et des communes"),
    (false, "Faire vérifier l’accessibilité et publier la déclaration"),
    (false, "Faire relire les mentions sur les données personnelles"),
    (true, "Réunir des usagers pour les entretiens et les essais"),
    (false, "Remettre une note de passation à la fin du développement"),
    (true, "Prendre en charge l’hébergement à partir de la mise en production"),
];

/// A name as an id: without accents, in lower case.
pub fn id(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            'É' | 'È' | 'é' | 'è' | 'ê' => 'e',
            'Î' | 'î' => 'i',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}
