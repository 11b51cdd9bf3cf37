## Formats

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
span-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
span-months = { $count } mois
span-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
list-and = { $most } et { $last }

## Typed values

date-error-empty = Une date est attendue : 4/3, 04/03/2021, +7, hier…
date-error-not-a-date = Ce n’est pas une date : écrivez 4/3, 04/03/2021, 4 mars, +7, hier, lundi…
date-error-no-such-day = Ce jour n’existe pas : le jour vient d’abord, puis le mois
date-error-no-such-month = Ce mois n’existe pas : l’année vient d’abord, puis le mois, puis le jour
date-error-beyond-month = Ce jour n’existe pas : { $month } a { $days } jours
date-error-no-leap-day = { $year } n’a pas de 29 février
date-error-far-year = Une année entre { $first } et { $last } est attendue
date-error-other-weekday = Cette date tombe un autre jour de la semaine
money-error-empty = Un montant est attendu : 17500 ou 17 500,50
money-error-not-an-amount = Ce n’est pas un montant : écrivez 17500, 17 500,50 ou 17,5k
money-error-ambiguous = Ambigu : écrivez 17500 pour des milliers, 17,50 pour des centimes
money-error-too-precise = Deux décimales au maximum
money-error-too-large = Montant trop élevé (au plus 1 000 000 000 000 €) : vérifiez la saisie
number-error-empty = Un nombre est attendu : 130 ou 2,5
number-error-not-a-number = Ce n’est pas un nombre : écrivez 130, 1 250 ou 2,5
number-error-ambiguous = Ambigu : écrivez 1250 pour des milliers, 1,2500 pour des décimales
span-error-empty = Une durée est attendue : 6 mois, 2 ans
span-error-not-a-span = Ce n’est pas une durée : écrivez 6 mois, 2 ans, 10 jours
value-error-empty = Obligatoire
value-error-date = Ce n’est pas une date : écrivez 4/3/2021 ou 2021-03-04
value-error-whole = Un nombre entier d’au moins { $least } est attendu
value-error-whole-between = Un nombre entier de { $least } à { $most } est attendu
value-error-yes-no = Valeurs admises : true, false
value-error-word = Valeurs admises : { $known }
value-error-id = Utilisez des lettres sans accent, des chiffres, des traits d’union et, entre eux, des points
value-error-time = Une heure est attendue : 14:00
value-error-date-time = Une date et une heure sont attendues : 2021-03-04 14:00
value-error-span = Une durée est attendue : 6 mois
value-error-moment = Une date (31/3/2027), « signature », « fin » ou « fin + 3 mois »
value-error-start = Une date (31/3/2027), « signature » ou « last »

## Names: records

record-kind-portfolio = portefeuille
record-kind-party = partie
record-kind-startup = startup
record-kind-convention = convention
record-kind-review = revue

review-kind-committee = comité
review-kind-portfolio = revue de portefeuille
review-state-open = ouverte
review-state-closed = clôturée
review-state-approved = approuvée
review-title-committee = Comité du { $on }
review-title-portfolio = Revue de portefeuille du { $on }

outcome-decided = décidé
outcome-deferred = différé
outcome-noted = pris acte
outcome-convene = comité à convoquer
outcome-none = à décider

consequence-inform-procurement = Informer le service des achats
consequence-money-ends-first = le financement s’arrête le { $on }, avant qu’une commande passée ce jour n’aboutisse (30 jours)
consequence-year-ends-first = l’exercice budgétaire est clos le { $on }, avant qu’une commande passée ce jour n’aboutisse (30 jours)
consequence-phase = { $phase } à partir du { $on }
consequence-recipient = Désigner la structure qui reprend le service
consequence-post-mortem = Rédiger le bilan : enseignements, raisons de l’arrêt, conseils pour une reprise
consequence-management-report = Envoyer le compte rendu de gestion
consequence-refund = Restituer les crédits non dépensés
consequence-public-record = Mettre à jour la fiche publique
consequence-restart-file = Constituer le dossier de reprise
consequence-next-committee = prochain comité le { $on }
consequence-proposed = proposé : { $what }
hold-still-planned = un autre comité est prévu le { $on } ; pour l’annuler : couveuse postpone { $startup } --from { $day } --cancel

plain-startup = Startup { $at } sur { $count } : { $startup }
plain-fact = { $label } : { $value }
plain-open-action = Action en cours
plain-gone = Elle n’a plus de fiche : retirez-la de l’ordre du jour.
plain-settled = Déjà enregistré : { $outcome }.
plain-decisions = Décisions : { $choices }
plain-decision = Décision (numéro ou mot ; vide pour passer) ?
plain-again = Réponse non comprise.
plain-envelope = Enveloppe en euros (vide : aucune) ?
plain-until = Jusqu’à quelle date (vide : aucune) ?
plain-comment = Commentaire (vide : aucun) ?
plain-present = Présents, séparés par des points-virgules (vide : comme avant) ?
plain-condition = Condition (vide : plus aucune) ?
plain-action = Action (vide : plus aucune) ?
plain-owner = Responsable (vide : aucun) ?
plain-due = Échéance (vide : aucune) ?
plain-proof = Preuve attendue (vide : aucune) ?
plain-asked = Montant demandé en euros (vide : aucun) ?
plain-comment-deferral = Motif du report ?
plain-reservation = Réserves (vide : aucune) ?
plain-score = { $heading } : note de 0 à 4, puis le motif (vide : aucune) ?
plain-excused = Excusés, séparés par des points-virgules (vide : personne) ?
plain-represented = Représentés, par exemple coach-a=Mme Roy, séparés par des points-virgules (vide : personne) ?
plain-warning = Attention : { $what }
plain-consequence = Enregistrer aussi : { $what } (o/n ; vide : oui) ?
plain-next = Prochain comité (vide : aucun de prévu) ?
plain-next-proposed = Prochain comité (vide : { $date } ; - : aucun de prévu) ?
plain-convene = Date du comité à convoquer (vide : passer) ?
plain-proposed =
    { $count ->
        [0] Aucune revue n’est ouverte, et aucune startup n’en demande une.
       *[other] Aucune revue n’est ouverte. Ordre du jour proposé : { $names }
    }
plain-kind = Ouvrir une revue aujourd’hui : 1 comité, 2 revue de portefeuille (vide : non) ?
plain-minutes = Le relevé de décisions : couveuse report minutes --review { $review } --out releve.html
plain-field = { $label } (vide : aucun) ?
plain-field-required = { $label } ?
plain-field-repeated = { $label } (vide : plus aucun) ?
plain-field-flag = { $label } (o/n) ?
plain-close = Clôturer la revue (o/n) ?
plain-left = { $count ->
    [one] À décider : { $names }
   *[other] { $count } à décider : { $names }
}
plain-note-rest = Prendre acte qu’aucune décision n’y est nécessaire, et clôturer (o/n) ?
plain-stopped = Fin de la saisie : les décisions enregistrées sont conservées, la revue reste ouverte. Relancez la commande pour reprendre.
plain-nothing-recorded = Fin de la saisie : rien n’a été enregistré.

kind-partnership = convention de partenariat
kind-framework = convention-cadre
kind-amendment = avenant

phase-investigation = investigation
phase-construction = construction
phase-acceleration = accélération
phase-consolidation = consolidation
phase-operated = opérée
phase-transferred = transférée
phase-stopped = arrêtée
phase-short-investigation-stopped = inv. arrêtée
phase-investigation-stopped = arrêtée en investigation

decision-continue = continuer
decision-provisional = prolonger sous réserve
decision-construct = passer en construction
decision-accelerate = accélérer
decision-consolidate = consolider
decision-transfer = transférer
decision-maintain = maintenir
decision-pivot = réorienter
decision-stop = arrêter
decision-implies-continue = un budget de six mois
decision-implies-provisional = un ou deux mois, preuve attendue
decision-implies-construct = changement de phase
decision-implies-accelerate = changement de phase
decision-implies-consolidate = changement de phase
decision-implies-transfer = reprise par une autre structure
decision-implies-maintain = maintien sans développement
decision-implies-pivot = autre problème ou autre produit
decision-implies-stop = bilan, compte rendu, restitution
decision-implies-defer = tenu sans décision : jusqu’à quand, et pourquoi
decision-defer = différer

committee-state-planned = prévu
committee-state-held = tenu
committee-state-cancelled = annulé

matter-management-report = compte rendu de gestion
matter-statement-of-expenditure = état récapitulatif des dépenses acceptées
matter-refund = restitution
matter-source-code = code source
matter-statistics-page = page de statistiques
matter-publication = publication

paper-call-for-funds = appel de fonds
paper-statement-of-expenditure = état récapitulatif des dépenses acceptées

share-full-time = à temps plein
share-part-time = à temps partiel

## Names: the fields of records

value-about = Objet
value-accountant = Comptable assignataire
value-accounts = Comptes
value-actions = Actions
value-address = Adresse
value-agenda = Ordre du jour
value-also = Autres noms
value-amended = Corrections
value-amendment = Clause d’avenant
value-amends = Convention modifiée
value-amount = Montant
value-antecedents = Conventions antérieures
value-approved = Approuvée le
value-arbitrations = Arbitrages
value-article = Article
value-asked = Montant demandé
value-at = Publiée sur
value-at_least = Au moins
value-bank = Code banque
value-baseline = Situation initiale
value-between = Entre
value-bic = BIC
value-branch = Code guichet
value-budget = Imputation budgétaire
value-budget_year = Exercice
value-by = Par
value-calls = Appels de fonds
value-capacity = Qualité
value-ceiling = Plafond
value-chair = Présidence
value-closed = Clôturée le
value-coaches = Coachs
value-columns = Colonnes
value-comment = Commentaire
value-committed = Engagée le (AE)
value-committee = Comité
value-committee_before_runout_days = Comité avant la fin du financement (jours)
value-committee_every = Périodicité du comité
value-committees = Comités
value-conditions = Conditions
value-contact = Contact
value-contribution = Participation
value-contributions = Participations
value-covers = Objet couvert
value-creditor = Créancier
value-currency = Devise
value-debtor = Débiteur
value-decided = Décidée le
value-decision = Décision
value-deferred_until = Différé au
value-detail = Détail
value-distribution = Diffusion
value-document = Document
value-domiciliation = Domiciliation
value-done = Faite le
value-due = Échéance
value-due_soon_days = « Bientôt » signifie (jours)
value-efficient = Efficient
value-emails = Adresses électroniques
value-ending_days = « Prend fin bientôt » signifie (jours)
value-envelope = Enveloppe
value-estimated = Prévisionnelle
value-every = Périodicité
value-evidence = Justificatif
value-excused = Excusés
value-expenditure = Dépenses
value-extra = Autre clé
value-fast = Prix FAST
value-filter = Filtre
value-format = Format
value-former_incubators = Anciens incubateurs
value-from = À partir de
value-fulfilled = Exécutions
value-fund = Fonds de concours
value-group = Regroupement
value-guests = Invités
value-habits = Règles par défaut
value-heading = Critère
value-holder = Titulaire
value-home = Structure porteuse
value-iban = IBAN
value-id = Identifiant
value-if = Condition
value-impact = Note
value-impactful = Impactant
value-incubator = Incubateur
value-incubators = Incubateurs
value-indicators = Indicateurs
value-inferred = Déduit
value-item = Objet
value-key = Clé
value-kind = Nature
value-language = Langue
value-lasts = Durée
value-liquidated = Liquidation
value-main = Indicateur principal
value-members = Membres
value-met = Remplie le
value-minutes_each = Minutes par startup
value-mission = Mission
value-months = Mois
value-name = Nom
value-nature = Nature
value-needs = Pièces requises
value-no = Rang
value-not_before = Signée au plus tôt le
value-not_met = Non remplie le
value-notes = Notes
value-notice = Notifiée le
value-number = Numéro
value-obligations = Obligations
value-on = Date
value-order = Engagement juridique (EJ)
value-organiser = Organisé par
value-outcome = Issue
value-owner = Responsable
value-paid = Payée le (CP)
value-papers_days = Envoi du dossier (jours avant)
value-papers_sent = Dossier envoyé le
value-parties = Parties
value-party = Partie
value-payment = Compte de versement
value-payment_days = Délai de versement (jours)
value-payments = Versements
value-payments_recorded = Versements suivis
value-people = Personnes
value-percent = Pourcentage
value-person = Personne
value-phase = Phase
value-phases = Phases
value-place = Lieu
value-present = Présents
value-programme = Programme
value-promotion = Promotion
value-proof = Preuve
value-publication = Publication
value-published = Publications
value-rank = Rang
value-reason = Motif
value-reasons = Motif de la note
value-reference = Référence
value-refund = Compte de restitution
value-refunds = Restitutions
value-reminders = Relances
value-repeals = Obligations supprimées
value-repository = Code source
value-repository_seen = Code source constaté le
value-represented = Représentés
value-request = Demande de paiement (DP)
value-reservations = Réserves
value-resources = Ressources
value-review = Revue
value-screen = Écran
value-secretary = Secrétariat
value-share = Quotité
value-shares = Clé de répartition
value-signatories = Signataires
value-signed = Signée le
value-siren = SIREN
value-siret = SIRET
value-site = Site
value-slug = Identifiant public
value-snoozes = Mises en attente
value-sort = Tri
value-source = Source
value-spent = Seuil de dépenses
value-sponsors = Sponsors
value-standing = Permanente
value-start = Début
value-startup = Startup
value-startups = Startups
value-state = État
value-statistics = Page de statistiques
value-statistics_seen = Page de statistiques constatée le
value-supplier = Fournisseur
value-support = Accompagnement
value-targets = Cibles
value-tax = Taxe
value-term = Durée
value-terminated = Résiliation
value-termination = Clause de résiliation
value-text = Texte
value-title = Titre
value-to = Bénéficiaire
value-total = Coût total
value-tranche = Tranche
value-tranches = Tranches
value-unit = Unité
value-until = Jusqu’au
value-usable = Utilisable
value-used = Utilisé
value-useful = Utile
value-value = Valeur
value-values = Valeurs
value-views = Vues
value-waived = Renonciation
value-what = Libellé
value-when = Fait générateur
value-where = Publié sur
value-why = Motif
value-with = Pièces jointes
value-withdrawn = Retrait
value-years = Exercice

## Names: answers

kind-standing = permanente
kind-once = ponctuelle
kind-recurring = périodique
kind-condition = condition
kind-papers = dossier

occurrence-late = en retard
occurrence-due-soon = bientôt due
occurrence-due = exigible
occurrence-waiting = en attente
occurrence-missed = non tenue
occurrence-open = à venir
occurrence-undetermined = indéterminée
occurrence-standing = permanente
occurrence-done = faite

tranche-undetermined = indéterminée
tranche-waiting = en attente
tranche-due = exigible
tranche-called = appelée
tranche-part-paid = versée en partie
tranche-short-part-paid = en partie
tranche-paid = versée
tranche-late = en retard
tranche-lapsed = caduque

convention-status-unsigned = non signée
convention-status-in-force = en vigueur
convention-status-no-term = sans terme
convention-status-undated = non datée
convention-status-ending = prend fin bientôt
convention-status-ended = expirée
convention-status-terminated = résiliée

clock-late = en retard
clock-due-soon = bientôt dû
clock-ok = à jour
clock-undetermined = indéterminé
clock-none = aucun

figure-committed = conventionné
figure-due = exigible
figure-undetermined = non daté
figure-payable = à verser
figure-unscheduled = sans échéancier
figure-refundable_committed = dont engagé
figure-called = appelé
figure-uncalled = à appeler
figure-received = perçu
figure-outstanding = reste à percevoir
figure-late = en retard
figure-ae = AE
figure-cp = CP
figure-left = reliquat
figure-refundable = à restituer

unknown-signature = date de signature inconnue
unknown-term = terme non fixé
unknown-spending = dépend des dépenses
unknown-estimated-end = la fin n’est que prévisionnelle
unknown-papers = pièces non reçues
unknown-event = attend un événement
unknown-incubator = incubateur sans date
unknown-no-day = aucune date fixée
unknown-no-startup = aucune startup désignée
unknown-unreadable = fiche illisible

severity-info = information
severity-warning = avertissement
severity-error = erreur

## Findings (rules/check)

finding-account-check-digits-iban = la clé de contrôle de l’IBAN { $iban } est erronée
finding-account-check-digits-iban-help = demandez un relevé d’identité bancaire au titulaire ; d’ici là, la fiche conserve le compte tel qu’imprimé
finding-account-check-digits-iban-by-rib = la clé de contrôle de l’IBAN { $iban } est erronée
finding-account-check-digits-iban-by-rib-help = le RIB imprimé à côté est valide et donne { $implied } : faites-le confirmer par le titulaire
finding-account-check-digits-iban-by-rib-whole = la clé de contrôle de l’IBAN { $iban } est erronée, et il manque un chiffre au code banque du RIB ({ $bank })
finding-account-check-digits-iban-by-rib-whole-help = avec le code banque { $whole }, la clé { $key } du RIB est exacte et l’IBAN serait { $implied } : faites-le confirmer par le titulaire
finding-account-check-digits-iban-key = l’IBAN { $iban } contient la clé RIB { $key } au lieu de { $expected }
finding-account-check-digits-iban-key-help = vérifiez le compte auprès de son titulaire ; aucune banque n’accepte ce numéro
finding-account-check-digits-not-the-rib = l’IBAN { $iban } et le RIB imprimés ensemble ne désignent pas le même compte
finding-account-check-digits-not-the-rib-help = le RIB donne { $implied } : demandez au titulaire lequel est le bon
finding-account-check-digits-rib-bank = il manque un chiffre au code banque { $bank }
finding-account-check-digits-rib-bank-help = avec { $whole }, la clé { $key } est exacte : faites-le confirmer par le titulaire
finding-account-check-digits-rib-key = la clé RIB { $key } est erronée pour ce compte
finding-account-check-digits-rib-key-help = le reste du RIB implique { $expected } : un chiffre a pu être mal recopié, ici ou dans le document
finding-account-check-digits-rib-part = dans ce RIB, { $part ->
    [bank] le code banque
    [branch] le code guichet
    [number] le numéro de compte
   *[key] la clé
} « { $written } » ne compte pas { $length } caractères
finding-account-check-digits-rib-part-help = comparez avec le document ; les zéros initiaux comptent
finding-account-differs = ce compte ne figure pas parmi les comptes connus de { $name }
finding-account-differs-help = comparez avec le document et avec parties/{ $party }.toml ; si le compte est exact, ajoutez-le à la partie
finding-amendment-of-amendment = cet avenant modifie { $amends }, qui est lui-même un avenant : il est sans effet
finding-amendment-of-amendment-help = écrivez amends = "{ $base }" : les avenants d’une convention s’appliquent dans l’ordre de leurs signatures
finding-bad-file-name = le nom de fichier « { $name } » n’est pas un identifiant valide
finding-bad-file-name-help = renommez-le avec des lettres sans accent, des chiffres, des traits d’union et, entre eux, des points (au-compost-mitoyen.toml) ; les noms réservés par Windows, comme con ou aux, ne sont pas admis
finding-called-more-than-promised = { $party } : { $moved } appelés pour { $promised } conventionnés
finding-called-more-than-promised-help = personne ne doit l’excédent de { $over } : supprimez un appel enregistré deux fois, ou enregistrez l’avenant
finding-co-funder-not-sponsor = { $startup } : le cofinanceur { $party } ne figure pas parmi les sponsors
finding-co-funder-not-sponsor-help = la convention { $convention } prévoit sa participation : ajoutez { $id } aux sponsors, ici et dans la fiche publique
finding-committee-late = { $startup } : comité en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-committee-late-help = il était attendu le { $due } et aucun n’est prévu : fixez une date, ou enregistrez celui qui a été tenu
finding-committee-late-passed = { $startup } : comité en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-committee-late-passed-help = attendu le { $due } ; celui prévu le { $passed } est sans suite : enregistrez sa tenue, ou fixez une autre date
finding-committee-late-planned = { $startup } : comité en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-committee-late-planned-help = il était attendu le { $due } et est prévu le { $planned }
finding-committee-planned-passed = { $startup } : le comité prévu le { $on } a-t-il été tenu ?
finding-committee-planned-passed-help = enregistrez sa tenue, déplacez-le ou annulez-le
finding-committee-without-decision = { $startup } : le comité du { $on } est sans décision
finding-committee-without-decision-help = enregistrez la décision (decision = "continue", "provisional", "stop"…), ou convoquez à nouveau le comité
finding-conflict-markers = conflit de fusion non résolu entre { $ours } et { $theirs }
finding-conflict-markers-help = lancez couveuse sync pour choisir les valeurs à garder, ou supprimez les lignes <<<<<<<, ======= et >>>>>>> dans un éditeur ; d’ici là, aucune des deux versions n’est lue
finding-conflicting-keys = { $keys } : une seule de ces clés est admise ici
finding-conflicting-keys-help = gardez celle que le document justifie et supprimez les autres
finding-dates-out-of-order-decided = signée le { $later }, avant la décision de signer du { $earlier }
finding-dates-out-of-order-decided-help = vérifiez « decided » et « signed » dans le document
finding-dates-out-of-order-amendment = avenant signé le { $later }, avant la convention qu’il modifie ({ $earlier })
finding-dates-out-of-order-amendment-help = vérifiez les deux dates de signature
finding-dates-out-of-order-term = la convention prend fin le { $later }, avant sa signature le { $earlier }
finding-dates-out-of-order-term-help = vérifiez « term.until » et « signed » dans le document
finding-dates-out-of-order-terminated = résiliée le { $later }, avant sa signature le { $earlier }
finding-dates-out-of-order-terminated-help = vérifiez « terminated.on » et « signed »
finding-dates-out-of-order-fulfilled = remplie le { $later }, avant la signature de la convention le { $earlier }
finding-dates-out-of-order-fulfilled-help = vérifiez cette date et celle de la signature
finding-dates-out-of-order-service = service fait le { $later }, avant l’engagement du { $earlier }
finding-dates-out-of-order-service-help = vérifiez « done » et « committed » de cette dépense
finding-dates-out-of-order-paid = payée le { $later }, avant l’engagement du { $earlier }
finding-dates-out-of-order-paid-help = vérifiez « paid » et « committed » de cette dépense
finding-dates-out-of-order-until = le comité du { $earlier } finance jusqu’au { $later }, date antérieure au comité
finding-dates-out-of-order-until-help = vérifiez « until » dans le relevé de décisions
finding-duplicate-id = plusieurs fichiers portent le même identifiant : { $files }
finding-duplicate-id-help = renommez-les ou fusionnez-les : un identifiant désigne un seul fichier
finding-duplicate-id-entry = « { $id } » est utilisé deux fois dans cette liste
finding-duplicate-id-entry-help = donnez à chaque entrée son identifiant : versements et justificatifs s’y réfèrent
finding-estimated-end-passed = { $of } : la fin prévisionnelle, le { $ends }, est passée
finding-estimated-end-passed-help = une fin prévisionnelle ne met pas fin à la convention : enregistrez l’avenant qui la prolonge, ou la résiliation
finding-extension-after-end = { $of } avait pris fin le { $ends } quand cette prolongation a été signée le { $signed }
finding-extension-after-end-help = une convention expirée ne peut pas être prolongée : vérifiez les dates, ou concluez une nouvelle convention
finding-fact-in-the-future = { $what ->
    [signed] signature
    [held] comité tenu
    [fulfilled] obligation remplie
    [called] appel de fonds
    [refunded] restitution
    [done] marqué comme fait
   *[paid] versement
} le { $on }, date future
finding-fact-in-the-future-help = corrigez la date (souvent le mois ou l’année) ; une prévision ne s’enregistre pas comme un fait
finding-float-amount = { $written } est un nombre à virgule flottante, qui ne représente pas les centimes exactement
finding-float-amount-help = écrivez un entier (17500) ou un décimal entre guillemets ("17500.50")
finding-format-too-new = fiche au format { $found } ; cette version lit jusqu’au format { $known }
finding-format-too-new-help = mettez couveuse à jour : ce que cette version ne connaît pas n’est pas compté
finding-fulfilment-without-due = « { $obligation } » : rien n’était dû le { $due }
finding-fulfilment-without-due-help = corrigez « due », ou supprimez-le : à défaut, cette exécution vaut pour la plus ancienne échéance ouverte
finding-invalid-identifier-check-digits = la clé de contrôle { $kind ->
    [IBAN] de l’IBAN
   *[other] du { $kind }
} { $written } est fausse
finding-invalid-identifier-check-digits-help = vérifiez le numéro à sa source ; un chiffre peut être faux ou interverti
finding-invalid-identifier-character = { $kind ->
    [IBAN] l’IBAN
   *[other] le { $kind }
} { $written } contient « { $character } »
finding-invalid-identifier-character-help = vérifiez le numéro à sa source
finding-invalid-identifier-country = { $kind ->
    [IBAN] l’IBAN
   *[other] le { $kind }
} { $written } désigne le pays « { $country } », qui n’existe pas
finding-invalid-identifier-country-help = vérifiez le numéro à sa source
finding-invalid-identifier-length = { $kind ->
    [IBAN] l’IBAN
   *[other] le { $kind }
} { $written } compte { $found } caractères au lieu de { $expected }
finding-invalid-identifier-length-help = vérifiez le numéro à sa source
finding-irregular-startup-after-terminal = la phase { $phase } suit la fin de l’incubation
finding-irregular-startup-after-terminal-help = vérifiez l’ordre ; si l’incubation a repris, indiquez-le en commentaire
finding-irregular-startup-blanks = « { $key } » contient des espaces ou une entité HTML : « { $value } »
finding-irregular-startup-blanks-help = recopiez-le depuis la source
finding-irregular-startup-committee-after = un comité le { $on }, après la fin de l’incubation
finding-irregular-startup-committee-after-help = vérifiez sa date et celle de la dernière phase
finding-irregular-startup-committee-before = un comité le { $on }, avant la première phase
finding-irregular-startup-committee-before-help = vérifiez sa date et celle de la première phase
finding-irregular-startup-name-twice = l’ancien nom « { $name } » est aussi celui de { $other }
finding-irregular-startup-name-twice-help = ne le gardez que dans la fiche de la startup qui l’a porté
finding-irregular-startup-no-sponsor = { $startup } n’a pas de sponsor
finding-irregular-startup-no-sponsor-help = ajoutez les identifiants des sponsors : sponsors = ["…"]
finding-irregular-startup-same-day = la phase { $phase } commence le { $from }, le même jour que la précédente
finding-irregular-startup-same-day-help = la dernière ligne l’emporte : vérifiez les deux dates
finding-management-report-late = { $of } : compte rendu de gestion en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-management-report-late-help = il était attendu le { $due } : envoyez-le, puis lancez couveuse done { $convention }/{ $obligation } --evidence …
finding-member-absent = { $startup } : personne n’était présent pour { $party } au comité du { $on }
finding-member-absent-help = la convention l’exige (article { $article }) : complétez la liste de présence, ou faites confirmer la décision
finding-missing-key = il manque la clé « { $key } »
finding-missing-key-help = ajoutez { $key } = … ; couveuse schema indique les clés obligatoires
finding-money-before-signature-call = appel de fonds du { $on }, avant la signature de la convention le { $signed }
finding-money-before-signature-call-help = vérifiez « on » de cet appel et « signed » de la convention ; un appel anticipé ne change pas l’échéance
finding-money-before-signature-payment = versement du { $on }, avant la signature de la convention le { $signed }
finding-money-before-signature-payment-help = vérifiez « on » de ce versement et « signed » de la convention ; il relève peut-être d’une convention antérieure
finding-negative-amount = montant négatif : { $amount }
finding-negative-amount-help = seuls les versements (annulations) et les dépenses (avoirs) peuvent être négatifs
finding-obligation-without-article = obligation sans article : « { $obligation } »
finding-obligation-without-article-help = ajoutez article = "…", pour que l’on retrouve l’obligation dans le document
finding-task-overdue-action = { $startup } : une action est en retard depuis le { $due } : { $what }
finding-task-overdue-action-help = marquez-la comme faite (couveuse done { $entry }), ou modifiez son échéance
finding-task-overdue-condition = { $startup } : une condition est en retard depuis le { $due } : { $what }
finding-task-overdue-condition-help = indiquez si elle est remplie : couveuse done { $entry } --evidence …, ou --not-met
finding-task-overdue-papers = { $startup } : le dossier du comité prévu est en retard depuis le { $due }
finding-task-overdue-papers-help = enregistrez son envoi : couveuse done { $entry }
finding-paid-twice = { $amount } le { $on }, avec presque la même référence que le versement du { $earlier }
finding-paid-twice-help = si { $reference } est un versement enregistré deux fois, supprimez-en un
finding-payment-without-contribution = { $amount } pour « { $contribution } », qui n’est pas une participation de la convention
finding-payment-without-contribution-help = { $count ->
    [0] elle n’a aucune participation
   *[other] participations connues : { $known }
}
finding-payment-without-contribution-near = { $amount } pour « { $contribution } », qui n’est pas une participation de la convention
finding-payment-without-contribution-near-help = vouliez-vous dire « { $nearest } » ?
finding-payment-without-contribution-payee = { $party } : { $amount } versés pour une participation que le contributeur dépense en propre
finding-payment-without-contribution-payee-help = ce montant n’entre dans aucun total : indiquez une autre participation, ou ajoutez « to »
finding-payment-without-contribution-tranche = { $party } : la participation n’a pas de tranche { $number }
finding-payment-without-contribution-tranche-help = { $count ->
    [one] elle n’en a qu’une : 1
   *[other] elles sont numérotées de 1 à { $count }
}
finding-phases-order = cette phase commence le { $from }, avant la précédente ({ $before })
finding-phases-order-help = vérifiez la date, ou mettez les phases dans l’ordre
finding-phases-order-future = cette phase commence le { $from }, date future
finding-phases-order-future-help = d’ici là, la phase précédente s’applique ; vérifiez l’année
finding-received-more-than-promised = { $party } : { $moved } perçus pour { $promised } conventionnés
finding-received-more-than-promised-help = { $over } de trop : un versement enregistré deux fois, ou relevant d’une autre participation ; supprimez-le, ou restituez le trop-perçu et enregistrez-le sous [[refunds]]
finding-refund-open = { $of } a pris fin et { $amount } restent à restituer
finding-refund-open-help = enregistrez la restitution : couveuse refund { $convention }/PARTICIPATION MONTANT --on DATE
finding-refund-open-unknown = { $of } a pris fin ; le montant à restituer est inconnu, faute de dépense enregistrée
finding-refund-open-unknown-help = enregistrez les dépenses, ou qu’il ne reste rien : couveuse refund { $convention }/PARTICIPATION 0 --on DATE
finding-refunded-more-than-received = { $party } : { $moved } restitués pour { $received } perçus
finding-refunded-more-than-received-help = { $over } de trop : supprimez une restitution enregistrée deux fois, corrigez son montant ou sa participation, ou enregistrez le versement manquant
finding-repeated-email = { $person } et { $other } ont une adresse électronique en commun
finding-repeated-email-help = laissez-la à une seule personne : sinon, elle n’en désigne aucune
finding-repeated-reference = « { $id } » figure deux fois dans cette liste
finding-repeated-reference-help = supprimez-en un, ou écrivez l’identifiant voulu
finding-report-without-debtor = { $of } : le document ne dit pas qui envoie { $report ->
    [statement-of-expenditure] l’état récapitulatif des dépenses
   *[other] le compte rendu de gestion
}
finding-report-without-debtor-help = convenez-en ; si le texte le laisse entendre, ajoutez debtor = "…" et inferred = ["debtor"]
finding-review-incomplete-open = la revue du { $on } est approuvée mais n’est pas clôturée
finding-review-incomplete-open-help = clôturez-la (couveuse review close), ou supprimez la date d’approbation
finding-review-incomplete-number = la décision sur { $startup } de la revue du { $on } n’a pas de numéro
finding-review-incomplete-number-help = écrivez number = "D01", ou le premier numéro libre
finding-review-incomplete = la revue du { $on } est clôturée, mais { $startup } reste à décider
finding-review-incomplete-help = écrivez outcome = "decided", "deferred", "noted" ou "convene"
finding-several-main-indicators = { $startup } a deux indicateurs principaux : « { $indicator } » et « { $other } »
finding-several-main-indicators-help = supprimez main = true de l’un d’eux : le premier est retenu
finding-signature-missing = { $of } : pas de date de signature ; { $count ->
    [0] une durée en dépend
    [one] une échéance en dépend
   *[other] { $count } échéances en dépendent
}
finding-signature-missing-help = { $things ->
    [one] un élément en dépend
   *[other] { $things } éléments en dépendent
} : { $blocks } ; une fois l’exemplaire daté retrouvé : couveuse sign { $convention } --on DATE
finding-signature-missing-alone = { $of } : pas de date de signature
finding-signature-missing-alone-help = une fois l’exemplaire daté retrouvé : couveuse sign { $convention } --on DATE
finding-spent-more-than-promised = participation de { $promised } ({ $party }) : { $moved } engagés (AE)
finding-spent-more-than-promised-help = { $over } de trop : indiquez une autre participation, ou enregistrez l’avenant
finding-statement-late = { $of } : état récapitulatif des dépenses en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-statement-late-help = il était attendu le { $due } : envoyez-le, puis lancez couveuse done { $convention }/{ $obligation } --evidence …
finding-statistics-page-absent = { $startup } n’a pas de page de statistiques, alors que la convention la prévoit
finding-statistics-page-absent-help = la convention { $convention } la prévoit{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
} : publiez-la, puis écrivez statistics = "https://…"
finding-statistics-page-absent-unknown = aucune page de statistiques enregistrée pour { $startup }, alors que la convention la prévoit
finding-statistics-page-absent-unknown-help = la convention { $convention } la prévoit{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
} : écrivez statistics = "https://…", ou statistics = false
finding-stopped-with-money = { $startup } est arrêtée depuis le { $from } et { $amount } restent à restituer
finding-stopped-with-money-help = restituez cette somme, puis enregistrez-la sous [[refunds]] de la convention ; couveuse show { $id } en donne le détail
finding-syntax = TOML non valide : { $words }
finding-syntax-help = le reste du fichier est lu autant que possible ; les chiffres peuvent être incomplets d’ici la correction
finding-term-missing = { $of } : terme non fixé, et { $count ->
    [one] une échéance en dépend
   *[other] { $count } échéances en dépendent
}
finding-term-missing-help = { $count ->
    [one] un élément en dépend
   *[other] { $count } éléments en dépendent
} : { $blocks } ; si le document ou un avenant fixe une durée : term = {"{"} months = 12, article = "…" {"}"}
finding-tranches-sum = { $party } : les tranches totalisent { $sum }, mais la participation est de { $amount }
finding-tranches-sum-help = comparez les deux avec le document ; s’il se contredit, signalez-le en commentaire et retenez le total
finding-unknown-key = clé inconnue : « { $key } »
finding-unknown-key-help = sa valeur est ignorée ; couveuse schema donne les clés connues
finding-unknown-key-near = clé inconnue : « { $key } »
finding-unknown-key-near-help = vouliez-vous dire « { $nearest } » ?
finding-unknown-person = portfolio.toml ne contient pas la personne « { $id } »
finding-unknown-person-help = ajoutez la personne à portfolio.toml, ou écrivez un nom au lieu d’un identifiant
finding-unknown-person-near = portfolio.toml ne contient pas la personne « { $id } »
finding-unknown-person-near-help = vouliez-vous dire « { $nearest } » ? Sinon, ajoutez la personne à portfolio.toml
finding-unknown-reference = { $kind ->
    [party] la partie
    [startup] la startup
    [review] la revue
   *[convention] la convention
} « { $id } » n’a pas de fiche
finding-unknown-reference-help = créez { $file }, ou corrigez l’identifiant
finding-unknown-reference-near = { $kind ->
    [party] la partie
    [startup] la startup
    [review] la revue
   *[convention] la convention
} « { $id } » n’a pas de fiche
finding-unknown-reference-near-help = vouliez-vous dire « { $nearest } » ? Sinon, créez { $file }
finding-unknown-reference-repeal = { $convention } n’a pas d’obligation « { $id } » à supprimer
finding-unknown-reference-repeal-help = « repeals » énumère les identifiants d’obligations de la convention modifiée
finding-unknown-value = « { $value } » n’est pas une valeur connue
finding-unknown-value-help = valeurs connues : { $allowed }
finding-unknown-value-near = « { $value } » n’est pas une valeur connue
finding-unknown-value-near-help = vouliez-vous dire « { $nearest } » ? Valeurs connues : { $allowed }
finding-unreadable-file-not-utf8 = ce fichier n’est pas du texte en UTF-8
finding-unreadable-file-not-utf8-help = enregistrez-le en UTF-8 ; rien n’en est lu d’ici là
finding-unreadable-file-too-large = fichier trop volumineux pour une fiche : { $megabytes } Mo
finding-unreadable-file-too-large-help = une fiche fait quelques kilo-octets : déplacez-le hors du dossier
finding-unreadable-file-not-a-file = ce n’est pas un fichier ordinaire
finding-unreadable-file-not-a-file-help = une fiche est un fichier .toml ordinaire : déplacez ou renommez ceci
finding-unreadable-file-link-out = ce lien pointe hors du dossier et n’est pas suivi
finding-unreadable-file-link-out-help = remplacez le lien par la fiche
finding-unreadable-file-link-nowhere = lien rompu
finding-unreadable-file-link-nowhere-help = faites-le pointer vers un fichier du dossier, remplacez-le par la fiche, ou supprimez-le
finding-unreadable-file-not-in-clone = git ne peut pas lire cette version
finding-unreadable-file-not-in-clone-help = si le clone est partiel, git fetch --refetch la récupère ; git fsck énumère les objets endommagés
finding-unreadable-file-empty = ce fichier est vide
finding-unreadable-file-empty-help = écrivez-y la fiche, ou supprimez-le
finding-unreadable-file-too-deep = listes ou tables trop imbriquées
finding-unreadable-file-too-deep-help = une fiche n’a que quelques niveaux : cherchez des crochets répétés
finding-unreadable-file-refused = fichier illisible : { $words }
finding-unreadable-file-refused-help = vérifiez vos droits sur ce fichier et sur son dossier
finding-unsigned-amendment = { $of } : avenant sans date de signature ; il n’a pas encore d’effet
finding-unsigned-amendment-help = une fois signé par tous, écrivez signed = AAAA-MM-JJ
finding-wrong-type = « { $found } » n’est pas { $expected ->
    [amount] un montant (17500 ou "17500.50", au plus 1000000000000)
    [count] un nombre entier
    [date] une date sans guillemets (2021-03-04)
    [date-time] une date et une heure sans guillemets (2021-03-04T14:00:00)
    [decimal] un nombre
    [format] un numéro de format
    [id] un identifiant (lettres, chiffres, traits d’union, points)
    [list] une liste
    [moment] un moment ("signature + 6 months", "end" ou une date)
    [number] un nombre entier positif
    [score] une note de 0 à 4
    [signature] une date ou "undated"
    [span] une durée ("6 months")
    [start] un point de départ ("signature", "last" ou une date)
    [statistics] true, false ou une adresse
    [table] une table
    [text] un texte entre guillemets
    [time] une heure sans guillemets (14:00:00)
    [trigger] un fait générateur ("signature", une date, "call", "report:…", ou un seuil de dépenses)
    [word] un mot entre guillemets
    [yes-no] true ou false
   *[other] { $expected }
}
finding-wrong-type-help = écrivez la valeur sous cette forme ; couveuse schema donne celle de chaque clé

check-account-check-digits-page =
    La clé d’un compte bancaire est erronée : celle de l’IBAN (ISO 13616) ou la clé RIB, telle qu’imprimée dans le document.
    Aucune banque n’accepterait de virement vers ce compte ; une restitution serait rejetée.
    Si le document imprime un RIB et un IBAN côte à côte et que l’un des deux est valide, le constat indique ce que l’autre devrait être.

    À faire : demandez un relevé d’identité bancaire au titulaire. La fiche conserve le compte tel qu’imprimé ; corrigez-la quand le
    document l’est, par un avenant ou une nouvelle édition de la convention.

    Exemple : l’IBAN ci-dessous a un 0 là où le numéro de compte a un C.

    {"    ["}accounts.refund]
        number = "C6410000000"
        iban   = "FR57 3000 1006 2206 4100 0000 087"
check-account-differs-page =
    La convention imprime pour une partie un compte qui ne figure pas parmi ceux de sa fiche.
    C’est une erreur de copie, un compte qui a changé depuis, ou une fraude : vérifiez avant de payer.

    À faire : comparez avec le document, puis faites confirmer par la partie via un autre canal. Si le compte est exact, ajoutez-le
    sous {"["}[accounts]] dans la fiche de la partie.

    Exemple :

        # conventions/comobi-ademe-anct.toml
    {"    ["}accounts.payment]
        party  = "anct"
        number = "00001020149"      # parties/anct.toml indique 00001020148
check-amendment-of-amendment-page =
    Un avenant en désigne un autre dans « amends ». Un avenant modifie une convention ; l’avenant d’un avenant ne change rien.

    À faire : désignez la convention elle-même. Les avenants s’appliquent dans l’ordre de leurs signatures.

    Exemple :

        amends = "histologe-pau-anct"
check-bad-file-name-page =
    L’identifiant d’une fiche est son nom de fichier, et les autres fiches s’y réfèrent. Ce nom n’est pas un identifiant valide.
    La fiche n’est pas lue : ni ses montants ni ses obligations ne sont comptés.

    À faire : renommez le fichier avec des minuscules sans accent, des chiffres et des traits d’union, en commençant par une lettre
    ou un chiffre.

    Exemple :

        git mv "startups/Au compost mitoyen.toml" startups/au-compost-mitoyen.toml
check-called-more-than-promised-page =
    Les appels d’une participation dépassent son montant. Ils sont acceptés ; personne ne doit l’excédent.

    À faire : supprimez un appel enregistré deux fois, corrigez son montant, ou enregistrez l’avenant qui relève la participation.

    Exemple :

        couveuse show histologe-pau-anct
check-co-funder-not-sponsor-page =
    Une partie finance la startup par une convention, mais la fiche de la startup ne la cite ni parmi les sponsors ni comme
    incubateur présent ou passé. La fiche publique omet alors un financeur, qui n’est pas convié aux réunions sur son financement.

    À faire : ajoutez la partie aux sponsors, ici et dans la fiche publique ; ou corrigez la participation si elle relève d’une autre.

    Exemple :

        sponsors = ["dinum", "pau"]
check-committee-late-page =
    Le prochain comité d’investissement de la startup était attendu avant cette date et aucun n’a été tenu depuis.
    L’échéance vient de la convention (tous les six mois, souvent à compter de la signature), sinon de la règle par défaut de
    l’incubateur (committee_every dans portfolio.toml), ou de la fin du financement si elle est plus proche. Une échéance
    dépassée n’est jamais reportée.

    À faire : fixez une date, ou enregistrez le comité tenu. Une seule réunion vaut pour toutes les conventions de la startup.

    Exemple :

        couveuse hold histologe --on 2021-03-04 --decision continue
check-committee-planned-passed-page =
    Un comité était prévu un jour qui est passé, et aucune fiche n’indique s’il a été tenu.

    À faire : enregistrez sa tenue, déplacez-le ou annulez-le.

    Exemple :

        couveuse hold histologe --on 2021-03-04 --decision continue
check-committee-without-decision-page =
    Un comité a été tenu sans décision enregistrée. C’est le premier échec que cite le guide du réseau : l’équipe ne sait pas si
    elle continue, ni avec quel budget, et les commandes attendent.

    À faire : enregistrez la décision, ou convoquez à nouveau le comité. Une décision provisoire d’un mois ou deux en est une.

    Exemple :

    {"    ["}[committees]]
        on       = 2021-03-04
        state    = "held"
        decision = "provisional"
        until    = 2021-05-04
check-conflict-markers-page =
    Le fichier contient des marqueurs de conflit de git : une fusion s’est arrêtée en y laissant les deux versions.
    Aucune des deux n’est lue, puisqu’aucune n’est certaine ; le reste du fichier l’est.

    À faire : Entrée sur la fiche, ou S, demande pour chaque valeur laquelle garder. Ou supprimez les lignes de marqueurs vous-même :
    E ouvre le fichier dans votre éditeur.

    Exemple :

        merge-commit = fusion
        amount = 17500
        
check-conflicting-keys-page =
    Des clés d’une même table s’excluent : une obligation est permanente, ponctuelle ou périodique ; une durée est un nombre de
    mois, une date ou une description. Des valeurs contradictoires comptent comme inconnues ; le reste de la fiche compte.

    À faire : gardez la clé que le document justifie.

    Exemple :

        term = {"{"} months = 12, article = "7.1" {"}"}
check-dates-out-of-order-page =
    Deux dates d’une fiche se contredisent : décision postérieure à la signature, fin ou résiliation antérieure à celle-ci,
    obligation remplie avant la convention, dépense payée avant d’être engagée, comité qui finance jusqu’à une date antérieure.
    L’une des deux est fausse, de même que les échéances et les sommes qui en dépendent.

    À faire : comparez les deux avec leurs documents. Le plus souvent, c’est l’année, surtout en janvier.

    Exemple :

        decided = 2020-09-11
        signed  = 2020-01-08        # sans doute 2021
check-duplicate-id-page =
    Deux fichiers de même nature portent le même nom (dans des dossiers différents), ou deux entrées d’une liste ont le même
    identifiant. Les références à cet identifiant sont ambiguës ; un seul des deux est compté.

    À faire : fusionnez-les s’il s’agit de la même chose ; sinon, renommez l’un des deux.

    Exemple :

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[contributions]]
        id = "pau"                  # "pau-2021"
check-estimated-end-passed-page =
    Le document ne donne qu’une durée prévisionnelle, et sa fin est passée. Celle-ci ne met fin à rien et ne rend rien
    exigible.

    À faire : enregistrez l’avenant qui la prolonge, la résiliation, ou le terme convenu.

    Exemple :

        term = {"{"} months = 12, estimated = true, article = "5" {"}"}
check-extension-after-end-page =
    Un avenant a été signé après la fin de la convention qu’il prolonge. Une convention expirée ne peut pas être prolongée.

    À faire : vérifiez les deux dates. Si elles sont justes, il faut une nouvelle convention.

    Exemple :

        signed = 2020-12-15
check-fact-in-the-future-page =
    Une signature, un comité tenu, une obligation remplie ou un versement porte une date future. Soit la date est fausse, soit il
    s’agit d’une prévision. Avant cette date, rien n’en est compté.

    À faire : corrigez la date. Un comité à venir s’enregistre avec state = "planned" ; le reste, une fois réalisé.

    Exemple :

    {"    ["}[committees]]
        on    = 2021-03-04
        state = "planned"           # et non "held" avant cette date
check-float-amount-page =
    Un montant est écrit avec un point et sans guillemets. Un tel nombre n’est représenté qu’approximativement : 0.10 + 0.20 ne
    font pas exactement 0.30. Le montant n’est pas lu.

    À faire : écrivez un nombre entier d’euros, ou un décimal entre guillemets.

    Exemple :

        amount = 17500
        amount = "17500.50"
check-format-too-new-page =
    La fiche indique format = N, et cette version du programme ne connaît pas ce format. Elle pourrait mal l’interpréter.

    À faire : mettez couveuse à jour. S’il n’existe pas de version plus récente, c’est une faute de frappe : supprimez la ligne.

    Exemple :

        format = 1
check-fulfilment-without-due-page =
    Une exécution désigne une échéance (« due ») à laquelle l’obligation n’est pas due : elle ne vaut pour aucune échéance.

    À faire : corrigez la date ou supprimez-la ; à défaut, l’exécution vaut pour la plus ancienne échéance ouverte.

    Exemple :

        couveuse done histologe-pau-anct/management-report --on 2021-03-04
check-invalid-identifier-page =
    Un numéro SIREN ou SIRET, un BIC ou un IBAN ne peut pas être juste : longueur fausse, caractère interdit, pays inconnu ou clé de
    contrôle fausse (formule de Luhn pour SIREN et SIRET, sauf exception de La Poste).

    À faire : comparez le numéro à sa source. Si le document l’imprime ainsi, gardez-le ; le constat reste jusqu’à la correction du document.

    Exemple :

        siren = "130026033"         # le dernier chiffre devrait être 2

check-irregular-startup-page =
    Irrégularités fréquentes dans le registre public : phases le même jour ou après la fin, comités avant la première phase
    ou après la fin, aucun sponsor, un ancien nom pour deux startups, espaces dans les noms et adresses. Aucun montant n’en dépend.

    À faire : comparez avec la source, et corrigez la fiche ou la source.

    Exemple :

        sponsors = ["pau"]
check-management-report-late-page =
    Une partie devait un compte rendu de gestion (dépenses en AE et en CP) à la fin de la convention, et son envoi n’est pas enregistré.
    Sans lui, la somme à restituer est inconnue.

    À faire : envoyez-le, puis enregistrez la date et le justificatif.

    Exemple :

        couveuse done poubelles-battle-pau-dinum/management-report --on 2021-06-15 --evidence "courriel du 15 juin"
check-member-absent-page =
    La clause de comité d’une convention prévoit la participation de certaines parties, et l’une d’elles n’a aucun représentant
    sur la liste de présence d’un comité. Cette partie peut contester la décision. Les comités sans liste de présence ne sont
    pas examinés.

    À faire : complétez la liste de présence, ou faites confirmer la décision par cette partie.

    Exemple :

        present = [{"{"} name = "M. Petit", party = "pau" {"}"}]
check-missing-key-page =
    Il manque une clé obligatoire à une fiche, ou à une entrée de l’une de ses listes. Elle n’est pas comptée ; les autres entrées
    le sont.

    À faire : ajoutez la clé. couveuse schema convention donne les clés obligatoires, et votre éditeur peut les compléter.

    Exemple :

    {"    ["}[payments]]
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-money-before-signature-page =
    Un versement ou un appel de fonds est antérieur à la signature de la convention : rien n’engageait encore les parties. La date
    est fausse, le versement relève d’une convention antérieure, ou c’est une avance à justifier auprès du comptable.

    À faire : comparez la date avec le relevé bancaire, et la signature avec l’exemplaire signé. Si les deux sont exactes,
    expliquez-le dans « reference » ; le constat reste, pour information.

    Exemple :

        signed = 2020-02-20
    {"    ["}[payments]]
        on = 2019-12-31             # sans doute 2020
check-negative-amount-page =
    Seuls les versements (annulation) et les dépenses (avoir) peuvent être négatifs. Une participation, un appel ou une
    restitution de montant négatif est une erreur de saisie.

    À faire : écrivez le montant sans signe, ou enregistrez une annulation.

    Exemple :

        amount = 17500
check-obligation-without-article-page =
    Une obligation n’indique pas l’article du document dont elle vient. Rien n’est faux, mais le débiteur à qui on la rappelle
    demandera l’article.

    À faire : ajoutez l’article. S’il s’agit d’une annexe ou du préambule, indiquez-le.

    Exemple :

    {"    ["}[obligations]]
        id      = "statistics-page"
        article = "2"
check-paid-twice-page =
    Deux versements de même montant à la même participation portent presque la même référence : les mêmes chiffres aux zéros et
    à la ponctuation près, ou deux chiffres intervertis.

    À faire : si c’est un seul versement enregistré deux fois, supprimez-en un ; sinon laissez-les.

    Exemple :

        reference = "VIR 0012"
check-payment-without-contribution-page =
    Un versement, un appel de fonds, une restitution ou une dépense désigne une participation, ou une tranche, qui n’existe pas
    dans la convention. Son montant n’est compté nulle part.

    À faire : indiquez l’identifiant de l’une de ses participations ; les tranches sont numérotées à partir de 1, dans l’ordre du
    document.

    Exemple :

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[payments]]
        contribution = "pau"
        tranche      = 1
check-phases-order-page =
    Les phases d’une startup se suivent. Celle-ci commence avant la précédente, ou dans le futur.
    La phase en cours est la dernière commencée : une date fausse montre la startup dans une autre phase.

    À faire : corrigez la date ou l’ordre. Une phase peut être décidée d’avance ; elle compte à partir de sa date.

    Exemple :

    {"    ["}[phases]]
        phase = "construction"
        from  = 2020-02-01
    {"    ["}[phases]]
        phase = "acceleration"
        from  = 2020-07-01
check-received-more-than-promised-page =
    Le montant perçu dépasse le montant conventionné. Le plus souvent, un versement est enregistré deux fois, ou relève
    d’une autre participation, et « perçu » est faux dans tous les totaux.

    À faire : comparez les versements avec le relevé bancaire. Restituez le trop-perçu et enregistrez-le sous {"[["}refunds]].

    Exemple :

    {"    ["}[payments]]                  # deux fois le même virement : supprimez-en un
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-refund-open-page =
    Une convention a pris fin avec un reliquat, ou des versements perçus sans dépense enregistrée, et la restitution reste due.
    Une restitution partielle ne suffit pas.

    À faire : enregistrez la restitution, ou qu’il ne reste rien (0).

    Exemple :

        couveuse show histologe-pau-anct
check-refunded-more-than-received-page =
    Le montant restitué dépasse le montant perçu, et le reliquat est faux dans tous les totaux. Le plus souvent, une
    restitution est enregistrée deux fois, ou relève d’une autre participation, ou un versement n’est pas enregistré.

    À faire : comparez restitutions et versements avec le relevé bancaire ; supprimez le doublon, ou enregistrez le versement.

    Exemple :

        couveuse show histologe-pau-anct
check-repeated-email-page =
    Deux personnes du portefeuille ont la même adresse électronique. Le programme vous reconnaît à l’adresse de vos commits ; une
    adresse partagée ne désigne personne.

    À faire : laissez l’adresse à une seule personne dans portfolio.toml, ou renseignez me = "ID" dans votre configuration.

    Exemple :

        # portfolio.toml
    {"    ["}[people]]
        id     = "coach-a"
        name   = "Coach A"
        emails = ["coach-a@example.org"]
check-repeated-reference-page =
    Une liste de startups, de parties ou de sponsors en nomme une deux fois.

    À faire : supprimez-en une, ou écrivez l’identifiant voulu.

    Exemple :

        parties = ["pau", "anct"]
check-report-without-debtor-page =
    Le document prévoit un compte rendu sans dire qui l’envoie : personne ne peut être relancé.

    À faire : convenez-en. Si le texte le laisse entendre, indiquez le débiteur et marquez-le comme déduit.

    Exemple :

        debtor = "anct"
check-review-incomplete-page =
    Une revue a été clôturée alors qu’une startup de l’ordre du jour reste à décider, ou qu’une décision n’a pas de numéro ; ou
    elle a été approuvée avant sa clôture. Son relevé de décisions serait incomplet.

    À faire : complétez l’ordre du jour dans la fiche de la revue. couveuse review close inscrit les issues et les numéros.

    Exemple :

        # reviews/2026-11-20.toml
        outcome = "decided"
        number  = "D01"
check-several-main-indicators-page =
    Une startup a un seul indicateur principal, celui que montrent les listes et les fiches. Un second vient le plus souvent de la
    fusion de deux clones où des indicateurs différents ont été choisis. Le premier est retenu.

    À faire : supprimez main = true de l’un d’eux.

    Exemple :

        # startups/histologe.toml
    {"    ["}[indicators]]
        name = "Signalements traités"
        main = true
check-signature-missing-page =
    L’exemplaire de la convention ne porte pas de date de signature. Elle n’est jamais devinée : tout ce qui en dépend (versements,
    comités, obligations, durée) reste indéterminé, et le constat l’énumère.

    À faire : retrouvez l’exemplaire daté. La date qui compte est celle de la dernière signature, et non celle de la délibération
    qui autorise à signer (decided).

    Exemple :

        couveuse sign histologe-pau-anct --on 2020-10-02
check-spent-more-than-promised-page =
    Les AE engagées dépassent le montant d’une participation. Une dépense qui n’en désigne aucune est répartie au prorata des
    montants ; l’excédent est imputé à la plus élevée.

    À faire : indiquez la participation qui la supporte, corrigez le montant, ou enregistrez l’avenant.

    Exemple :

        couveuse show histologe-pau-anct
check-statement-late-page =
    Un état récapitulatif des dépenses acceptées (ERDA) était attendu, et son envoi n’est pas enregistré.

    À faire : envoyez-le et enregistrez-le.

    Exemple :

        couveuse done histologe-pau-anct/management-report --on 2021-03-04
check-statistics-page-absent-page =
    Une convention prévoit une page publique de statistiques, et la fiche de la startup indique qu’il n’y en a pas, ou n’indique
    rien. Elle présente aux financeurs et au public les résultats du financement. Une startup arrêtée n’y est plus tenue.

    À faire : publiez la page et enregistrez son adresse. Si elle existe sans adresse à donner, écrivez statistics = true.

    Exemple :

        statistics = "https://signal-logement.beta.gouv.fr/stats"
check-stopped-with-money-page =
    La startup est arrêtée, et une somme perçue n’a été ni dépensée ni restituée. Les conventions en prévoient la restitution.
    La somme est : perçu, moins dépenses payées (CP), moins restitutions.

    À faire : enregistrez les dépenses manquantes, restituez le reliquat, et enregistrez la restitution.

    Exemple :

    {"    ["}[refunds]]
        on           = 2021-12-15
        amount       = 4200
        contribution = "pau"
check-syntax-page =
    Le fichier n’est plus du TOML valide à partir de cet endroit : un guillemet non fermé, une clé en double, un signe = manquant,
    ou un marqueur de conflit de git. Le reste du fichier est lu autant que possible, mais les chiffres peuvent être incomplets :
    la fiche est signalée, et listes et rapports le mentionnent.

    À faire : corrigez la ligne indiquée ; l’erreur est parfois à la fin de la ligne précédente. E l’ouvre dans votre éditeur.

    Exemple :

        name = "Histologe           # il manque le guillemet fermant
check-task-overdue-page =
    Une action ou une condition a dépassé son échéance, ou le dossier d’un comité prévu n’a pas été envoyé à temps.

    À faire : marquez-la comme faite, modifiez son échéance, ou indiquez que la condition n’est pas remplie.

    Exemple :

        # startups/comobi.toml
    {"    ["}[actions]]
        what = "Informer le service des achats"
        due  = 2026-11-20
        done = 2026-11-20
check-term-missing-page =
    La convention ne fixe pas de terme, alors que quelque chose est dû à sa fin : un compte rendu de gestion, une restitution.
    Ces échéances restent indéterminées : elles ne sont jamais en retard.

    À faire : cherchez la durée dans le document (souvent l’article 7), ou fixez-la par un avenant. Une fin décrite sans date
    s’enregistre aussi : term = {"{"} covers = "…" {"}"}.

    Exemple :

        term = {"{"} months = 12, article = "7.1" {"}"}
check-tranches-sum-page =
    Les tranches d’une participation ne totalisent pas son montant. Le montant conventionné et les échéances se contredisent.

    À faire : comparez avec l’échéancier du document. Une participation versée en une fois a une seule tranche, du montant total.

    Exemple :

    {"    ["}[contributions]]
        amount = 1600000
    {"    ["}[contributions.tranches]]
        amount = 800000
    {"    ["}[contributions.tranches]]
        amount = 800000
check-unknown-key-page =
    Le format ne connaît pas cette clé : le plus souvent une faute de frappe. Sa valeur est ignorée, et un versement peut manquer
    sans que rien ne le signale.

    À faire : utilisez la clé proposée. Ce qui n’a pas de clé va dans une note, ou dans un commentaire (# …).

    Exemple :

        signd = 2020-10-02          # signed
check-unknown-person-page =
    Un coach, ou une personne d’une liste de présence, est désigné par un identifiant absent de portfolio.toml.

    À faire : corrigez l’identifiant, ajoutez la personne à portfolio.toml, ou écrivez un nom et une partie.

    Exemple :

        present = [{"{"} name = "M. Petit", party = "pau" {"}"}]
check-unknown-reference-page =
    Une fiche cite une partie, une startup ou une convention qui n’a pas de fiche, ou un avenant supprime une obligation qui
    n’existe pas. Les totaux et les listes l’omettent.

    À faire : corrigez l’identifiant, ou créez la fiche : un nom suffit.

    Exemple :

        # parties/dgaln.toml
        name = "Direction générale de l’aménagement, du logement et de la nature"
check-unknown-value-page =
    Cette clé n’admet que quelques mots, et la valeur n’en fait pas partie. Les mots des fiches sont en anglais, quelle que soit la
    langue d’affichage.

    À faire : utilisez l’une des valeurs que le constat énumère.

    Exemple :

        phase = "construction"      # et non "chantier"
check-unreadable-file-page =
    Le fichier est illisible : il n’est pas en UTF-8, il est vide ou bien trop volumineux, ce n’est pas un fichier ordinaire, ou
    c’est un lien rompu ou qui pointe hors du dossier. Il figure dans les listes, signalé ; toutes les autres fiches fonctionnent.

    À faire : enregistrez-le en UTF-8, remplacez le lien par la fiche, ou sortez du dossier ce qui n’est pas une fiche.

    Exemple :

        iconv -f latin1 -t utf-8 ancien.toml > startups/histologe.toml
check-unsigned-amendment-page =
    Un avenant n’a d’effet que daté et signé : toutes les conventions le prévoient. Sans date de signature, celui-ci ne modifie ni
    les sommes ni les échéances de la convention.

    À faire : faites-le signer, puis enregistrez la date de la dernière signature.

    Exemple :

        kind   = "amendment"
        amends = "comobi-ademe-anct"
        signed = 2021-01-15
check-wrong-type-page =
    Une valeur n’a pas le type ou la forme attendus par sa clé. L’entrée qui la contient n’est pas comptée ; les autres le sont.

    À faire : écrivez les dates sans guillemets (2021-03-04), les montants en nombres entiers ou entre guillemets, les durées en
    anglais ("6 months").

    Exemple :

        signed = 2020-10-02         # et non "2 octobre 2020"

## Verbs (edit)


## Repository (store)


## Papers and tables (report)

check-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
check-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
check-infos = { $count ->
    [one] { $count } information
   *[other] { $count } informations
}
check-nothing = Aucun constat.
check-help = aide
check-years-sum-page =
    Les exercices d’une participation ne totalisent pas son montant.

    À faire : comparez avec le document et corrigez « years » ou « amount ».

    Exemple :

        years = {"{"} 2026 = 20000, 2027 = 15000 {"}"}
what-committee = Tenir le comité d’investissement : { $startup }
what-committee-of-each = Tenir le comité de chaque équipe incubée
what-papers = Envoyer le dossier du comité
what-payment = Verser { $amount } (participation { $contribution }, tranche { $tranche })
what-payment-done = Verser la participation { $contribution }, tranche { $tranche }
amendment-title = Avenant n° { $number } à la convention « { $title } »
report-column-payee = bénéficiaire
report-column-framework-contributor = contributeur aux conventions-cadres
report-column-framework-payee = bénéficiaire des conventions-cadres
report-column-reason = motif
report-column-year = exercice
report-column-nature = nature
report-column-month = mois
report-column-expected = attendu
report-column-spending-ahead = dépenses à venir
report-column-balance = solde
report-column-available = disponible
report-column-per-month = dépenses par mois
report-column-undated = sans date
report-column-short-from = insuffisant dès
report-cash-rule = Attendu : les tranches, le mois où elles deviennent exigibles ; celles en retard, le mois en cours. Dépenses à venir : au rythme des six derniers mois de dépenses.
report-cash-undated = À verser à une date inconnue, hors de tout mois : { $amount }.
report-column-service-done = service fait
report-no-years = Aucun montant par exercice.
report-shared-with = { $startup } partage des participations avec { $others } : elles comptent en entier sur chaque ligne et une fois dans le total.
report-payments-unrecorded = Les versements ne sont pas suivis pour { $startups } : le reste à percevoir est inconnu.
report-unallocated = Sans participation connue : versements { $payments }, dépenses { $spending }.
clock-reason-clause = clause
clock-reason-decision = décision
clock-reason-deferred = différé
clock-reason-runway = fin du financement
clock-reason-habit = par défaut
report-column-party = partie
report-column-name = nom
report-column-title = qualité
report-column-organiser = organisé par
report-column-chair = présidé par
report-column-start = début
report-column-place = lieu
report-column-secretary = secrétariat
report-column-minutes-each = minutes par startup
report-column-papers-sent = dossier envoyé le
report-column-distribution = diffusion
report-column-closed = clôturée le
report-column-approved = approuvée le
report-column-number = n°
report-column-outcome = issue
report-column-settled = traitées
report-column-members = membres
report-column-guests = invités
report-column-fund = fonds de concours
report-column-programme = programme
report-column-accountant = comptable assignataire
report-column-detail = détail
report-column-clause = clause
report-column-clause-termination = résiliation
report-column-clause-amendment = avenant
report-column-clause-publication = publication
report-column-siret = SIRET
report-column-contact = contact
report-column-not-before = pas avant
report-column-gives = verse
report-column-gives-frameworks = verse (conventions-cadres)
report-column-gives-all = verse (total)
report-column-receives = perçoit
report-column-receives-frameworks = perçoit (conventions-cadres)
report-column-receives-all = perçoit (total)
report-section-signatories = Signataires
report-section-payment-account = Compte à créditer
report-section-refund-account = Compte de restitution
report-section-budget = Budget
report-section-clauses = Clauses
report-section-agenda = Ordre du jour
report-section-antecedents = Conventions antérieures
report-section-published = Document
report-section-extra = Autres clés
report-column-slug = identifiant public
report-column-stays = incubateurs
report-column-coaches = coachs
report-column-condition = condition
report-section-not-owed = Sans effet à cette date
report-published-by = publié par { $parties } : { $places }
report-column-startup = startup
report-column-figure = montant
report-column-difference = écart
report-column-phase = phase
report-column-obligations-late = en retard
report-column-obligations-undetermined = indéterminées
report-column-payments-late = versements en retard
report-column-committee = comité
report-column-convention = convention
report-column-state = état
report-column-due = échéance
report-column-days-late = retard
report-column-debtor = débiteur
report-column-creditor = créancier
report-column-what = objet
report-column-obligation = obligation
report-column-article = article
report-column-framework = convention-cadre
report-column-contributor = contributeur
report-column-last-held = dernier tenu
report-column-planned = prévu
report-column-runs-out = financé jusqu’au
report-column-id = identifiant
report-column-also = autres noms
report-column-mission = mission
report-column-incubator = incubateur
report-column-former-incubators = anciens incubateurs
report-column-sponsors = sponsors
report-column-site = site
report-column-statistics = page de statistiques
report-column-repository = code source
report-column-from = depuis
report-column-comment = commentaire
report-column-status = statut
report-column-signed = signée le
report-column-ends = fin
report-column-parties = parties
report-column-on = date
report-column-decision = décision
report-column-envelope = enveloppe
report-column-until = jusqu’au
report-column-done = fait le
report-column-owner = responsable
report-column-value = valeur
report-column-unit = unité
report-column-indicator = indicateur
report-column-note = note
report-column-source = source
report-column-kind = nature
report-column-amends = convention modifiée
report-column-amendments = avenants
report-column-startups = startups
report-column-reference = référence
report-column-decided = décidée le
report-column-term = durée
report-column-contribution = participation
report-column-tranche = tranche
report-column-amount = montant
report-column-paid = versé
report-column-spending = dépensé
report-column-papers = pièces manquantes
report-column-from-party = de
report-column-share = quotité
report-column-lasts = durée
report-column-movement = mouvement
report-column-siren = SIREN
report-column-address = adresse
report-column-conventions = conventions
report-column-holder = titulaire
report-column-rib = RIB
report-column-iban = IBAN
report-column-bic = BIC
report-column-home = structure porteuse
report-column-frameworks = conventions-cadres
report-column-repeals = obligations supprimées
report-column-payment-days = délai de versement
report-column-ending-days = « prend fin bientôt » à moins de
report-column-due-soon-days = « bientôt » à moins de
report-column-committee-every = périodicité du comité
report-column-committee-before-runout = comité avant la fin du financement de
report-column-papers-days = envoi du dossier avant le comité de
report-section-accounts = Comptes
report-section-actions = Actions
report-section-committee-clock = Prochain comité
report-section-committee-clause = Clause de comité
report-section-committees = Comités
report-section-contributions = Participations
report-section-conventions = Conventions
report-section-findings = Constats
report-section-funding = Financement
report-section-habits = Règles par défaut
report-section-indicators = Indicateurs
report-section-movements = Mouvements
report-section-notes = Notes
report-section-obligations = Échéances
report-section-owed = Ce qui lui est dû
report-section-owes = Ce qu’elle doit
report-section-phases = Phases
report-section-resources = Ressources en nature
report-section-tranches = Tranches
movement-call = appel de fonds
movement-payment = versement
movement-spent = paiement (CP)
movement-done = service fait
movement-committed = engagement (AE)
movement-refund = restitution
contribution-tranche = { $contribution }, tranche { $number }
report-as-of = Au { $date }.
report-unread = { $count ->
    [one] une fiche n’a pas pu être lue en entier
   *[other] { $count } fiches n’ont pas pu être lues en entier
} : les chiffres sont incomplets ; lancez couveuse check
report-row-incomplete = incomplet
report-row-changed = modifiée
report-row-unreadable = illisible
report-ahead = (à venir)
report-cannot-be-read = Cette fiche est illisible ; tout le reste fonctionne.
report-term-in-words = { $convention }, durée : { $words }
report-days = { $count } j
report-no-startups = Aucune startup.
report-nothing-today = Rien à traiter.
report-nothing-today-until = Rien à traiter avant le { $date }.
report-nothing-due = Aucune échéance.
report-no-commit = Aucun commit sur ces fiches.
report-no-commit-until = Aucun commit sur ces fiches jusqu’au { $until }.
report-no-commit-since = Aucun commit sur ces fiches depuis le { $since }.
report-no-commit-between = Aucun commit sur ces fiches du { $since } au { $until }.
diff-heading = Du { $from } ({ $old }) au { $to } ({ $new })
diff-nothing = Aucune modification de ces fiches.
report-no-commit-after = Aucun commit sur ces fiches après celui-ci.
report-history-shallow = L’historique s’arrête ici : ce clone est superficiel (shallow).
report-at = Fiches dans l’état du commit { $commit } ({ $date }).
report-no-commit-filtered = Aucun commit ne correspond.
report-column-commit = commit
report-column-date = date
report-column-time = heure
report-column-author = auteur
report-column-verb = modification
report-column-change = changement
report-column-records = fiches
report-no-committees = Aucun comité n’est attendu.
report-no-reviews = Aucune revue
report-total = Total
report-yes = oui
report-no = non

## Facts (report)

fact-none = non renseigné
fact-unknown = inconnue
fact-percent = { $number } %
fact-addresses = { $count ->
    [one] { $count } adresse
   *[other] { $count } adresses
}
fact-changed = { $label } : { $was } → { $is }
fact-of = { $entry }, { $label }
fact-added = ajout : { $entry }
fact-removed = suppression : { $entry }
fact-detail = { $label } : { $value }
fact-detail-and = { $all } ; { $next }
fact-details = { $fact } ({ $details })
fact-signed = signature : { $was } → { $is }
fact-created-portfolio = portefeuille créé : { $name }
fact-created-party = nouvelle partie : { $name }
fact-created-review = revue : { $name }
fact-created-startup = nouvelle startup : { $name }
fact-created-convention = nouvelle convention : { $name }
fact-deleted-portfolio = portefeuille supprimé : { $name }
fact-deleted-party = partie supprimée : { $name }
fact-deleted-review = revue supprimée : { $name }
fact-deleted-startup = startup supprimée : { $name }
fact-deleted-convention = convention supprimée : { $name }
fact-missing = modification ; le contenu manque dans ce clone ou est endommagé
fact-renamed = renommage de { $was } en { $is }
fact-unreadable = le fichier n’est plus lisible
fact-unreadable-still = contenu modifié ; le fichier n’est pas lisible
fact-readable = le fichier est à nouveau lisible
fact-broken = une partie du fichier n’est plus lisible
fact-repaired = le fichier est à nouveau lisible en entier
fact-entry-other = { $list } n° { $number }
fact-entry-people = { $name } (personne)
fact-entry-views = vue « { $name } »
fact-entry-accounts = compte de { $holder }
fact-entry-incubators = incubateur { $id }
fact-entry-coaches = coach { $name }
fact-entry-phases = phase { $phase }
fact-entry-committees = comité du { $on }
fact-entry-conditions = condition « { $what } »
fact-entry-actions = action « { $what } »
fact-entry-snoozes = mise en attente de { $item }
fact-entry-indicators = indicateur « { $name } »
fact-entry-targets = cible au { $by }, { $parent }
fact-entry-values = valeur du { $on }, { $parent }
fact-entry-notes = note « { $text } »
fact-entry-present = { $name }, présent, { $parent }
fact-entry-excused = { $name }, excusé, { $parent }
fact-entry-represented = { $name }, représenté, { $parent }
fact-entry-amended = correction du { $on }, { $parent }
fact-entry-signatories = signataire { $name }
fact-entry-contributions = participation de { $from }
fact-entry-tranches = tranche { $number }, { $parent }
fact-entry-resources = ressource « { $what } »
fact-entry-obligations = obligation « { $what } »
fact-entry-fulfilled = exécution du { $on }, { $parent }
fact-entry-calls = appel de fonds de { $amount } du { $on } ({ $contribution })
fact-entry-payments = versement de { $amount } du { $on } ({ $contribution })
fact-entry-expenditure = dépense de { $amount }
fact-entry-refunds = restitution de { $amount } du { $on } ({ $contribution })
fact-entry-reminders = relance du { $on } ({ $to })
fact-entry-published = publication sur { $where }
fact-added-payments = versement de { $amount } reçu le { $on } de { $contribution }
fact-added-payments-reversed = reprise de { $amount } le { $on } par { $contribution }
fact-added-calls = { $amount } appelés le { $on } auprès de { $contribution }
fact-added-refunds = { $amount } restitués le { $on } à { $contribution }
fact-added-refunds-none = aucun reliquat à restituer à { $contribution } au { $on } ({ $amount })
fact-added-expenditure = dépense de { $amount } : { $what }
fact-added-contributions = participation de { $amount } conventionnée par { $from }, dépenses en propre
fact-added-contributions-payee = participation de { $amount } conventionnée par { $from } au bénéfice de { $to }
fact-added-tranches = tranche { $number }, { $parent } : { $amount }
fact-added-obligations = obligation à la charge de { $debtor } : { $what }
fact-added-fulfilled = fait le { $on } : { $parent }
fact-added-reminders = relance de { $to } le { $on } : { $item }
fact-added-committees-held = comité tenu le { $on }
fact-added-committees-held-decision = comité tenu le { $on } : { $decision }
fact-added-committees-planned = comité prévu le { $on }
fact-added-committees-cancelled = comité du { $on } annulé
fact-added-conditions = condition posée : { $what }
fact-added-conditions-met = condition remplie le { $met } : { $what }
fact-added-actions = action convenue : { $what }
fact-added-actions-done = action faite le { $done } : { $what }
fact-added-phases = phase { $phase } à partir du { $from }
fact-added-coaches = suivi par { $name } à partir du { $from }
fact-added-values = { $parent } : { $value } au { $on }
fact-added-targets = { $parent } : cible de { $value } au { $by }
fact-added-notes = note : { $text }
fact-moved-committees = comité déplacé du { $was } au { $is }
fact-state-committees-planned = comité du { $on } à nouveau prévu
fact-state-committees-held = comité du { $on } tenu
fact-state-committees-cancelled = comité du { $on } annulé
fact-set-conditions-met = condition remplie le { $is } : { $what }
fact-set-conditions-not_met = condition non remplie le { $is } : { $what }
fact-set-actions-done = action faite le { $is } : { $what }
fact-set-committees-papers_sent = dossier du { $entry } envoyé le { $is }
fact-set-committees-withdrawn = décision du { $entry } retirée le { $is }
fact-set-obligations-waived = renonciation au { $is } : { $entry }
fact-set-record-terminated = résiliation au { $is }

## Filter (report)

filter-key-state = état
filter-key-due = échéance
filter-key-owes = doit
filter-key-to = envers à
filter-key-party = partie
filter-key-startup = startup
filter-key-convention = convention
filter-key-incubator = incubateur
filter-key-coach = coach
filter-key-owner = responsable
filter-key-phase = phase
filter-key-committee = comité
filter-key-status = statut
filter-key-kind = nature
filter-key-verb = modification verbe écriture
filter-key-article = article
filter-key-amount = montant
filter-key-severity = gravité
filter-key-check = contrôle
filter-key-record = fiche
filter-key-author = auteur auteure
filter-key-on = le
filter-key-ends = fin
filter-word-late = retard en-retard
filter-word-done = fait faite
filter-word-soon = bientôt
filter-word-due = exigible
filter-word-unsigned = non-signée non-signé
filter-word-mine = moi
filter-kind-committee = comité
filter-kind-payment = versement
filter-about-word-late = en retard
filter-about-word-done = fait ; -fait pour le reste
filter-about-word-soon = bientôt dû
filter-about-word-due = exigible, pas encore en retard
filter-about-word-unsigned = convention non signée
filter-about-word-mine = à vous : vous en êtes responsable, ou personne ne l’est et vous accompagnez la startup
filter-about-state = état : en-retard, faite, indéterminée…
filter-about-due = échéance : <30j, 2021-03, >=1/3/2021
filter-about-owes = débiteur
filter-about-to = créancier
filter-about-party = toute partie concernée
filter-about-startup = startup
filter-about-convention = convention
filter-about-incubator = incubateur de la startup
filter-about-coach = coach de la startup
filter-about-owner = responsable d’une action ou d’une condition
filter-about-phase = phase de la startup
filter-about-committee = état de son comité : en-retard…
filter-about-status = statut de la convention : non-signée…
filter-about-kind = nature de la ligne
filter-about-verb = nature de la modification : versement, signature…
filter-about-article = article
filter-about-amount = montant : >=20000, 10k..20k
filter-about-severity = gravité
filter-about-check = contrôle à l’origine du constat
filter-about-record = fiche
filter-about-author = auteur
filter-about-on = date : 2021-03, >=1/3/2021
filter-about-ends = fin d’une convention : <6m, 2027
filter-examples-days = <30j avant 30 jours d’ici ; 30j dans les 30 jours ; <auj avant aujourd’hui ; >=auj à partir d’aujourd’hui ; -1m depuis un mois
filter-examples-amount = >=20000 20 000 ou plus ; <5k moins de 5 000 ; 10k..20k de 10 000 à 20 000
filter-examples = -fait = non fait ; doit:pau,anct = l’une ou l’autre ; doit:pau retard = les deux ; "retard" = le texte « retard »
filter-no-key = mot-clé de filtre inconnu « { $typed } » ; mettez-le entre guillemets droits pour chercher ce texte
filter-no-key-near = mot-clé de filtre inconnu « { $typed } » ; vouliez-vous dire « { $nearest }: » ?
filter-no-one = { $key } : aucun résultat pour « { $typed } »
filter-no-one-near = { $key } : aucun résultat pour « { $typed } » ; vouliez-vous dire « { $nearest } » ?
filter-no-day = { $key } : « { $typed } » n’est pas une date ; écrivez <30j, 2021-03 ou >=1/3/2021
filter-no-value = { $key } : { $about }
filter-not-here = { $key } : non disponible dans cette liste
filter-no-me = Vous ne figurez pas parmi les personnes de ce portefeuille : renseignez me = "ID" dans la configuration, ou ajoutez l’adresse électronique de vos commits sous [[people]]

## Screen: frame, help, status line (ui)

today-band-broken = fiches illisibles ou manquantes
today-band-late = en retard
today-band-urgent = sous sept jours
today-band-soon = bientôt
today-band-undated = sans date
today-band-housekeeping = dépôt
today-kind-record = fiche
today-kind-committee = comité
today-kind-tranche = versement
today-kind-condition = condition
today-kind-report = compte rendu
today-kind-obligation = obligation
today-kind-action = action
today-kind-missing = information manquante
today-kind-uncommitted = modifications non enregistrées
today-kind-unpushed = commits à envoyer
today-cause-unreadable = La fiche { $record } est illisible
today-cause-incomplete = La fiche { $record } n’est pas entièrement lisible
today-cause-no-record = La fiche { $record } n’existe pas
today-cause-decision-until = La décision expire le { $date }
today-cause-decision-until-past = La décision a expiré le { $date }
today-cause-deferred-until = Décision différée jusqu’au { $date }
today-cause-deferred-until-past = Décision différée jusqu’au { $date }
today-cause-committee-due = Comité à réunir avant le { $date }
today-cause-committee-due-past = Comité en retard depuis le { $date }
today-cause-planned-passed = Comité prévu le { $date }, non enregistré
today-cause-planned-passed-past = Comité prévu le { $date }, non enregistré
today-cause-money-until = Financement épuisé le { $date }
today-cause-money-until-past = Financement épuisé depuis le { $date }
today-cause-payment-due = Versement exigible
today-cause-to-be-called = Appel de fonds à émettre
today-cause-papers-due = Dossier à remettre avant le { $date }
today-cause-papers-due-past = Dossier en retard depuis le { $date }
today-cause-due = Exigible
today-cause-no-day = Sans date
today-cause-no-day-stated = Le document ne fixe pas de date pour { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
today-cause-missing = Manque : { $what } ({ $count ->
    [one] { $count } échéance
   *[other] { $count } échéances
})
today-cause-uncommitted = Modifications non enregistrées
today-cause-unpushed = { $count ->
    [one] { $count } commit à envoyer
   *[other] { $count } commits à envoyer
}
today-short-unreadable = Fiche illisible
today-short-incomplete = Fiche en partie illisible
today-short-no-record = Fiche absente
today-short-decision-until = Fin de la décision
today-short-decision-until-past = Décision expirée
today-short-deferred-until = Décision différée
today-short-deferred-until-past = Décision différée
today-short-committee-due = Comité à réunir
today-short-committee-due-past = Comité en retard
today-short-planned-passed = Comité non enregistré
today-short-planned-passed-past = Comité non enregistré
today-short-money-until = Fin du financement
today-short-money-until-past = Financement épuisé
today-short-missing = Manque : { $what }
today-short-no-day-stated = { $count ->
    [one] { $count } obligation sans date
   *[other] { $count } obligations sans date
}
today-short-to-be-called = Appel de fonds
today-short-papers-due = Dossier à remettre
today-short-papers-due-past = Dossier en retard
today-more-causes = (+{ $count })
today-way-edit = ouvre la fiche dans votre éditeur.
today-way-plan = planifie un comité.
today-way-call = enregistre l’appel de fonds.
today-way-create = crée la fiche.
today-way-sync = synchronise avec le dépôt distant.
today-otherwise-record = D’ici là, rien de son contenu ne compte.
today-otherwise-incomplete = D’ici là, ses montants peuvent être incomplets.
today-otherwise-committee = Sans comité, aucune décision n’est en vigueur.
today-otherwise-tranche = D’ici là, le montant reste à percevoir.
today-otherwise-condition = Le prochain comité posera la question.
today-otherwise-report = Sans lui, le versement suivant peut être bloqué.
today-otherwise-obligation = Elle reste ouverte parmi les échéances de la convention.
today-otherwise-action = Elle reste ouverte sur la page de la startup.
today-otherwise-missing = D’ici là, les échéances qui en dépendent restent indéterminées.
today-otherwise-uncommitted = Les autres ne les voient pas, et une synchronisation peut être refusée.
today-otherwise-unpushed = Les autres ne les voient pas.
late-obligations = { $count ->
    [one] { $count } échéance
   *[other] { $count } échéances
}
late-actions = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
late-conditions = { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
}
late-papers = { $count ->
    [one] { $count } dossier de comité
   *[other] { $count } dossiers de comité
}
total-today-broken = { $count ->
    [one] { $count } illisible
   *[other] { $count } illisibles
}
total-today-late = { $count } en retard
total-today-urgent = { $count } sous sept jours
total-today-soon = { $count } bientôt
total-today-undated = { $count } sans date
total-today-housekeeping = { $count } dans le dépôt
total-today-snoozed = { $count ->
    [one] { $count } mise en attente
   *[other] { $count } mises en attente
}
screen-today = À traiter
screen-portfolio = Portefeuille
screen-obligations = Échéances
screen-funding = Financement
screen-committees = Comités
screen-findings = Constats
screen-history = Historique
screen-short-today = Trait
screen-short-portfolio = Portef
screen-short-obligations = Éch
screen-short-funding = Fin
screen-short-committees = Com
screen-short-findings = Const
screen-short-history = Hist
as-of = au
as-of-today = aujourd’hui
as-of-title = Situation au…
as-of-hint = un jour, @RÉVISION pour les fiches d’un commit, ou les deux
as-of-records = fiches de { $revision }, en lecture seule
as-of-revision-missing = après @ : un commit, une étiquette ou un jour
past-header = fiches de { $commit }, en lecture seule
past-header-brief = { $commit } lecture seule
past-header-narrow = lecture seule
past-refused = Fiches de { $commit } en lecture seule : { $keys } puis Entrée reviennent aux fiches actuelles
compare-title = Comparaison de deux dates
compare-heading = Montants au { $was } et au { $is }
compare-nothing = Tous les montants sont identiques aux deux dates.
compare-takes-a-day = Saisissez une date à comparer, sans @
compare-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
reading = Lecture du dossier…
busy-reading = Lecture…
busy-saving = Enregistrement… ({ $stop } l’arrête)
leaving-saves = Une modification est encore en cours d’enregistrement ; Ctrl-C l’arrête.
busy-undoing = Annulation… ({ $stop } l’arrête)
busy-redoing = Rétablissement… ({ $stop } l’arrête)
hand-edit-title = Modification manuelle
hand-edit-ways = { $accept } l’enregistre par un commit, { $back } la laisse non enregistrée, { $edit } rouvre l’éditeur.
hand-edit-way-back = { $edit } rouvre l’éditeur à cette ligne.
hand-edit-waits = { $record } : { $count ->
    [one] une ligne modifiée, non enregistrée
   *[other] { $count } lignes modifiées, non enregistrées
  }
hand-edit-restore = { $restore } abandonne ces lignes et rétablit la fiche telle qu’au dernier commit.
restored = { $record } : dernière version enregistrée rétablie
hand-edit-broken = { $record } ne peut pas être enregistrée en l’état
in-the-way-title = Vous avez des modifications non enregistrées
in-the-way-edit = Votre saisie :
in-the-way-ways = { $both } enregistre les deux ensemble, { $mine } enregistre la saisie seule et laisse ces lignes non enregistrées, { $back } revient au formulaire.
outdated-title = Cette valeur a changé
outdated-changed = modifiée depuis l’ouverture du formulaire
outdated-gone = supprimée depuis l’ouverture du formulaire
outdated-was = Avant
outdated-now = Maintenant
outdated-intended = La vôtre
outdated-ways = { $keep } garde votre valeur, { $drop } l’abandonne, { $back } revient au formulaire.
outdated-ways-gone = { $drop } abandonne votre saisie, { $back } revient au formulaire.
outdated-dropped = saisie abandonnée ; la fiche est inchangée
sync-box-title = Synchronisation
sync-box-fetching = récupérer
sync-box-merging = fusionner
sync-box-pushing = envoyer
sync-box-again = le dépôt distant a changé, nouvel essai
sync-box-stopping = arrêt…
sync-box-way-out = { $stop } arrête ; les commits locaux sont conservés.
sync-box-nothing = déjà à jour
sync-box-received = { $count ->
    [one] { $count } commit reçu
   *[other] { $count } commits reçus
}
sync-box-sent = { $count ->
    [one] { $count } commit envoyé
   *[other] { $count } commits envoyés
}
sync-box-merged = commit de fusion créé
sync-settled = { $count ->
    [one] Conflit résolu dans une fiche
   *[other] Conflits résolus dans { $count } fiches
}
sync-settled-uncommitted = Rien n’est encore enregistré dans git : relisez les modifications, puis enregistrez-les par un commit.
# The operation of git in progress, in the header and after its conflicts are resolved.
operation-next = { $what ->
    [bisect] git bisect reset y met fin.
   *[other] git { $what } --continue termine l’opération, git { $what } --abort l’abandonne.
}
operation-conflicts = { $what } : { $keys } résout { $count ->
    [one] un conflit
   *[other] { $count } conflits
}
operation-conflicts-brief = { $what } : { $keys }
operation-others = { $what } : { $count ->
    [one] un fichier en conflit
   *[other] { $count } fichiers en conflit
}
operation-settled = { $what ->
    [bisect] git bisect reset
   *[other] git { $what } --continue
}
operation-brief = { $what }
sync-box-records = { $count ->
    [one] { $count } fiche modifiée
   *[other] { $count } fiches modifiées
}
busy-syncing = synchronisation…
asked-title = Quelle valeur garder ?
asked-which = { $count ->
    [one] deux personnes ont saisi des valeurs différentes
   *[other] conflit { $number } sur { $count } : deux personnes ont saisi des valeurs différentes
}
asked-was = avant
asked-ours = locale
asked-theirs = distante
asked-ways = Rien n’est écrit tant que tous les conflits ne sont pas résolus ; { $back } annule.
asked-answered = { $accept } continue avec ces réponses ; { $back } annule.
asked-number = { $number }/{ $count }
asked-ways-brief = { $back } annule.
asked-answered-brief = { $accept } continue, { $back } annule.
asked-left = Synchronisation annulée ; rien n’a été modifié. { $sync } la reprend
refused-title = Enregistrement refusé
refused-said = git ou un hook a répondu :
refused-way-back = { $back } revient au formulaire ; votre saisie est conservée.
refused-close = { $back } ferme.
field-all = Fiche entière
uncommitted = modifications non enregistrées
uncommitted-records = modifications non enregistrées : { $records }
uncommitted-count = { $count ->
    [one] { $count } fiche avec des modifications non enregistrées
   *[other] { $count } fiches avec des modifications non enregistrées
}
counting = Lecture : { $read } sur { $total }
matching = { $count } sur { $total }
arrange-title = Tri et colonnes
arrange-stays = cette colonne ne peut pas être masquée
column-bar-name = % perçu
marked = { $count ->
    [one] { $count } cochée
   *[other] { $count } cochées
}
marked-hidden = ({ $count } masquées par le filtre)
failed-title = Rien n’a été modifié
unsent-title = Rien n’a été envoyé
failed-foot = appuyez sur une touche
synonyms-pay = pay payment transfer payer paiement versement verser encaisser virement
synonyms-done = done finish complete check off terminer fait faite exécuter cocher clore
synonyms-hold = committee meeting decision decide comité réunir réunion décider tenir
synonyms-sign = sign signature signer
synonyms-call = call invoice ask appel facture demander appeler
synonyms-spend = spend expense cost invoice bill dépense dépenser facture coût
synonyms-plan = plan schedule meeting planifier prévoir programmer comité
synonyms-snooze = snooze put off later wait reporter attendre plus tard attente repousser
synonyms-set = edit change modify correct clear delete remove field modifier changer corriger effacer supprimer vider champ
synonyms-edit = editor text delete remove manual éditeur texte supprimer main
synonyms-manual-edit = uncommitted throw away discard modifications jeter abandonner
synonyms-restore = restore recover revert delete throw away discard restaurer récupérer jeter abandonner supprimer
synonyms-undo = undo cancel revert back delete annuler défaire revenir supprimer
synonyms-undo-this = undo cancel revert delete annuler défaire revenir supprimer
synonyms-redo = redo again refaire rétablir
synonyms-cancel-committee = cancel delete committee annuler supprimer comité
synonyms-amend-decision = amend correct change decision rectifier corriger modifier décision
synonyms-withdraw = withdraw cancel delete remove decision retirer annuler supprimer décision
synonyms-postpone = postpone move later committee reporter déplacer repousser comité
synonyms-refund = refund repay give back rembourser remboursement restituer restitution
synonyms-terminate = terminate end stop cancel convention résilier résiliation mettre fin
synonyms-amend = amend amendment extend avenant prolonger modifier convention
synonyms-account = bank account iban bic rib compte banque bancaire
synonyms-new-startup = new create add startup produit nouvelle créer ajouter
synonyms-new-convention = new create add convention agreement contract nouvelle créer ajouter contrat
synonyms-new-party = new create add party partner partenaire partie nouveau créer ajouter
synonyms-phase = phase stage stop étape avancement arrêter changer
synonyms-action = action task todo tâche à faire ajouter
synonyms-note = note comment remark commentaire remarque écrire
synonyms-indicator = indicator metric figure measure number indicateur mesure chiffre valeur
synonyms-resource = resource provide in kind ressource apport nature mettre à disposition
synonyms-remind = remind reminder dun letter relancer relance rappel courrier
synonyms-papers = papers export print document pdf letter minutes documents exporter imprimer pièce courrier compte rendu
synonyms-import = import load excel csv chorus importer charger tableur
synonyms-sync = sync push pull fetch send share upload synchroniser envoyer recevoir partager pousser
synonyms-filter = filter search find rechercher filtrer chercher trouver
synonyms-finder = find search go jump chercher aller trouver
synonyms-as-of = date day past time travel date jour passé situation
synonyms-explain = explain why formula expliquer pourquoi calcul
synonyms-cash = cash forecast treasury trésorerie prévision
synonyms-budget = budget year ae cp année exercice
synonyms-views = views saved favourites vues enregistrées favoris
synonyms-view = save view favourite enregistrer vue favori
synonyms-remove-view = remove delete view supprimer retirer vue
synonyms-remove-row = remove delete row supprimer retirer ligne
synonyms-themes = theme colours dark light couleurs thème sombre clair
synonyms-other-language = language english french langue anglais français
synonyms-copy-row = copy clipboard copier presse-papiers
synonyms-help = help keys shortcuts aide touches raccourcis
synonyms-quit = quit exit leave close quitter sortir fermer
synonyms-person = person people contact user personne agent utilisateur
synonyms-coach = coach follow mentor suivre accompagner coach
synonyms-history = history log commits changes historique journal modifications
synonyms-findings = findings errors warnings check constats erreurs anomalies vérifier
picker-palette = Actions
picker-finder = Aller à…
picker-count = { $count } { $count ->
    [one] résultat
   *[other] résultats
}
picker-nothing-to-do = Aucune action ici
why-not-undo-this = ce n’est pas une modification faite par couveuse
why-nothing-selected = aucune sélection
why-empty-list = la liste est vide
why-nothing-looked-for = aucune recherche ici
why-not-back = déjà au premier niveau
picker-nothing-found = Aucun résultat
kind-screen = écran
kind-action = action
kind-note = note
kind-obligation = obligation
configuration-title = Configuration
configuration-sound = Configuration valide
drafts-kept = { $count ->
    [one] Un brouillon a été conservé : { $what } – { $keys } le reprend
   *[other] { $count } brouillons ont été conservés, dernier : { $what } – { $keys } les reprend
}
drafts-none = Aucun brouillon
drafts-unknown = ce brouillon vient d’une autre version du programme ; il est conservé
drafts-broken = Fichier de brouillons illisible, mis de côté : { $file }
configuration-problems = { $count ->
    [one] La configuration contient une erreur ; le reste est appliqué. { $keys } la montre
   *[other] La configuration contient { $count } erreurs ; le reste est appliqué. { $keys } les montre
}
help-title = Touches
help-writing = Enregistrer
help-finding = Rechercher
help-moving = Navigation
help-screens = Écrans
help-program = Programme
help-signs = Symboles
sign-none = néant
sign-as-of = autre date qu’aujourd’hui
sign-bar = perçu sur à verser
sign-more = suite non affichée
help-filter = Mots-clés du filtre
help-typing = Saisie
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-shift = Maj-
key-backspace = Retour arrière
key-delete = Suppr
key-insert = Inser
key-home = Début
key-end = Fin
key-pgup = Pg préc.
key-pgdn = Pg suiv.
key-space = Espace
command-down = ligne suivante
command-up = ligne précédente
command-first = première ligne
command-last = dernière ligne
command-half-down = demi-page suivante
command-half-up = demi-page précédente
command-page-down = page suivante
command-page-up = page précédente
command-open = ouvrir
command-follow = ouvrir la fiche liée
command-back = retour, effacer le filtre
command-back-or-quit = retour, puis quitter
command-filter = filtrer, rechercher
command-mine = mes dossiers seulement, ou tout
command-complete = compléter le mot-clé du filtre
command-next-match = résultat suivant
command-previous-match = résultat précédent
command-mark = cocher ou décocher
command-mark-range = cocher une plage
command-mark-all = cocher ou décocher toutes les lignes affichées
command-arrange = trier, choisir les colonnes
command-sort-by = trier selon la colonne
command-reverse = inverser l’ordre
command-show-column = afficher ou masquer la colonne
command-column-up = déplacer la colonne à gauche
command-column-down = déplacer la colonne à droite
command-as-it-comes = ordre par défaut
command-group = changer de regroupement
command-done = marquer comme fait
command-pay = enregistrer un versement
command-hold = enregistrer un comité
command-sign = enregistrer une signature
command-phase = changer de phase
command-set = modifier un champ
command-action = ajouter une action
command-note = ajouter une note
command-indicator = ajouter une valeur d’indicateur
command-call = ajouter un appel de fonds
command-spend = ajouter une dépense
command-plan = prévoir un comité
command-resource = ajouter une ressource en nature
command-amend = ajouter un avenant
command-account = ajouter ou modifier un compte bancaire
command-new-startup = nouvelle startup
command-new-convention = nouvelle convention
command-finish = marquer l’action comme faite
command-condition = statuer sur la condition
command-send-papers = marquer le dossier comme envoyé
command-snooze = mettre en attente
command-coach = enregistrer un coach
command-person = ajouter une personne
command-amend-decision = rectifier la décision
command-withdraw = retirer la décision
command-review-open = ouvrir une revue
command-review-agenda = modifier l’ordre du jour
command-review-close = clôturer la revue
command-review-approve = approuver le relevé
command-view = enregistrer la vue
command-remove-view = supprimer une vue
command-new-party = nouvelle partie
command-postpone = déplacer le comité
command-cancel-committee = annuler le comité prévu
command-remind = enregistrer une relance
command-refund = enregistrer une restitution
command-terminate = résilier la convention
command-undo = annuler la dernière modification
command-undo-this = annuler la modification choisie
command-redo = rétablir
command-sync = synchroniser : récupérer, fusionner, envoyer
command-stop-sync = arrêter
command-take-ours = garder la valeur locale
command-take-theirs = garder la valeur distante
command-question-before = conflit précédent
command-question-after = conflit suivant
command-manual-edit = modification manuelle de la fiche
command-restore = rétablir la dernière version enregistrée
command-commit-both = enregistrer les deux ensemble
command-commit-mine = enregistrer la saisie seule
command-keep-mine = garder votre valeur
command-drop-mine = abandonner votre valeur
command-draft = reprendre un brouillon
command-as-of = situation à une autre date
command-since = repérer ce qui a changé depuis le dernier comité ou la dernière revue
command-compare = comparer avec la date affichée
command-explain = expliquer les chiffres
command-cash = trésorerie par mois
command-budget = AE et CP par exercice
command-edit = ouvrir dans l’éditeur
command-reload = recharger
command-other-language = passer en anglais (switch to English)
command-configuration = configuration et erreurs
command-palette = toutes les actions, par nom
command-finder = aller à une fiche, par nom
command-today = à traiter
command-portfolio = portefeuille
command-obligations = échéances
command-funding = financement
command-committees = comités
command-findings = constats
command-history = historique
command-next-screen = écran suivant
command-previous-screen = écran précédent
command-next-section = section suivante
command-previous-section = section précédente
command-help = toutes les touches
command-suspend = suspendre (fg pour revenir)
command-quit = quitter immédiatement
command-open-evidence = ouvrir le justificatif ou l’adresse
command-skip-step = passer l’étape de la visite
command-end-tour = terminer la visite
command-copy-row = copier la ligne
command-copy-letter = copier la lettre de relance
command-copy-figure = copier le montant ou la date
command-copy-address = copier l’adresse, sinon fichier et ligne
command-themes = choisir un thème
command-review = revue : reprendre ou préparer
command-agenda = ordre du jour de la revue
command-next-startup = startup suivante
command-previous-startup = startup précédente
command-full-screen = fiche en plein écran
command-noted = pas de décision nécessaire
command-on-agenda = inscrire à l’ordre du jour, ou en retirer
command-move-up = monter
command-move-down = descendre
command-more-minutes = plus de minutes chacune
command-less-minutes = moins de minutes chacune
command-review-kind = comité ou revue de portefeuille
command-review-fields = modifier présidence, secrétariat, lieu… de la revue
command-papers = documents : aperçu et écriture
command-paper-format = format suivant
command-import = importer un fichier
command-import-rest = importer ce qui peut l’être
command-views = vues enregistrées
command-mouse = activer ou désactiver la souris
command-accept = valider
command-cancel = annuler
command-commit = enregistrer
command-next-field = champ suivant
command-previous-field = champ précédent
command-next-option = option suivante
command-previous-option = option précédente
command-tick = cocher ou décocher
command-add-row = ajouter une ligne
command-remove-row = retirer la ligne
command-break-line = aller à la ligne
command-start-over = réinitialiser le formulaire
hint-open = ouvrir
hint-filter = filtrer
hint-mine = mes dossiers
hint-mark = cocher
hint-mark-range = plage
hint-mark-all = toutes
hint-arrange = colonnes
hint-sort-by = trier
hint-reverse = inverser
hint-show-column = afficher/masquer
hint-column-up = à gauche
hint-column-down = à droite
hint-as-it-comes = par défaut
hint-group = regrouper
hint-done = fait
hint-pay = versement
hint-hold = comité
hint-sign = signature
hint-phase = phase
hint-set = modifier
hint-action = action
hint-note = note
hint-indicator = indicateur
hint-call = appel
hint-spend = dépense
hint-plan = comité
hint-resource = ressource
hint-amend = avenant
hint-account = compte
hint-new-startup = startup
hint-new-convention = convention
hint-finish = action faite
hint-condition = condition
hint-send-papers = dossier
hint-snooze = attente
hint-coach = coach
hint-person = personne
hint-review = revue
hint-agenda = ordre du jour
hint-next-startup = suivante
hint-previous-startup = précédente
hint-full-screen = plein écran
hint-noted = prendre acte
hint-on-agenda = inscrire, retirer
hint-move-up = monter
hint-move-down = descendre
hint-more-minutes = plus de temps
hint-less-minutes = moins de temps
hint-review-kind = nature
hint-review-fields = présidence, lieu…
hint-papers = documents
hint-paper-format = format
hint-commit = écrire et enregistrer
hint-amend-decision = rectifier
hint-withdraw = retirer
hint-review-open = revue
hint-review-agenda = ordre du jour
hint-review-close = clôturer
hint-review-approve = approuver
hint-view = enregistrer la vue
hint-remove-view = supprimer la vue
hint-new-party = partie
hint-postpone = déplacer
hint-cancel-committee = annuler le comité
hint-remind = relance
hint-refund = restitution
hint-terminate = résilier
hint-undo = annuler
hint-undo-this = annuler celle-ci
hint-history = historique
hint-redo = rétablir
hint-sync = synchroniser
hint-stop-sync = arrêter
hint-take-ours = locale
hint-take-theirs = distante
hint-question-before = précédent
hint-question-after = suivant
hint-commit-both = les deux
hint-restore = rétablir
hint-manual-edit = modifications
hint-commit-mine = saisie seule
hint-keep-mine = garder la vôtre
hint-drop-mine = abandonner la vôtre
hint-draft = reprendre le brouillon
hint-edit = éditeur
hint-explain = expliquer
hint-cash = trésorerie
hint-budget = exercices
hint-import = importer
hint-import-rest = importer le reste
hint-as-of = date
hint-since = changements
hint-compare = comparer
hint-back = retour
hint-unmark = décocher
hint-unfilter = tout afficher
hint-back-or-quit = quitter
hint-next-screen = écran
hint-next-section = section
hint-palette = actions
hint-search = rechercher
hint-finder = rechercher
hint-help = aide
hint-complete = compléter
hint-accept = valider
hint-cancel = annuler

## Screen: Portfolio and startup (ui)

column-people = Qui
column-key = Touche
column-today-amount = Montant
label-owner = Responsable
column-startup = Startup
column-phase = Phase
column-bar = { "" }
column-money = Perçu / à verser
column-short-money = Perçu
column-late = Retard
column-committee = Comité
column-term = Convention
column-decided-until = Décidé jusqu’au
column-funded-until = Financé jusqu’au
column-need = Urgence
column-late-amount = En retard
column-phase-age = Dans la phase
column-indicator = Indicateur
runway-silent-since = rien d’enregistré depuis le { $date }
months-count = { $count } mois
group-short-frameworks = Conventions-cadres
group-frameworks = Conventions-cadres (hors totaux)
group-no-phase = Sans phase
group-no-startup = Sans startup
group-nobody = Non attribuée
group-no-name = Sans nom
group-year = Exercice { $year }
group-no-year = Sans année d’échéance
grouping-none = sans regroupement
grouping-day = par jour
grouping-author = par auteur
grouping-urgency = par urgence
grouping-person = par personne
grouping-kind = par nature
grouping-state = par état
grouping-due = par date d’échéance
grouping-debtor = par débiteur
grouping-creditor = par créancier
grouping-convention = par convention
grouping-party = par contributeur
grouping-year = par exercice
grouping-decision = par décision
grouping-startup = par startup
grouping-phase = par phase
grouping-incubator = par incubateur
grouping-severity = par gravité
grouping-check = par contrôle
grouping-record = par fiche
group-unreadable = Fiches illisibles
row-unreadable = illisible
unreadable = Cette fiche est illisible ; tout le reste fonctionne. E l’ouvre à l’endroit de l’erreur.
total-startups = { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
total-unread-brief = { $count ->
    [one] { $count } illisible
   *[other] { $count } illisibles
}
total-unread = { $count ->
    [one] { $count } fiche illisible : chiffres incomplets
   *[other] { $count } fiches illisibles : chiffres incomplets
}
total-received = { $received } perçus sur { $payable } à verser
total-late = { $count } en retard
total-due-soon = { $count } bientôt
total-due = { $count } exigibles
total-waiting = { $count } en attente
total-missed = { $count } non tenues
total-open = { $count } à venir
total-undetermined = { $count ->
    [one] { $count } indéterminée
   *[other] { $count } indéterminées
}
total-standing = { $count ->
    [one] { $count } permanente
   *[other] { $count } permanentes
}
total-done = { $count ->
    [one] { $count } faite
   *[other] { $count } faites
}
status-short-unsigned = non signée
status-short-in-force = en vigueur
status-short-no-term = sans terme
status-short-undated = non datée
status-short-ending = finit
status-short-ended = expirée
status-short-terminated = résiliée
missing-signature = signature
missing-short-signature = sign.
missing-term = terme
missing-spending = dépenses
missing-estimated-end = fin prévisionnelle
missing-papers = pièces
missing-event = événement
missing-incubator = incubateur
missing-no-day = sans date
missing-no-startup = chaque équipe incubée
missing-unreadable = illisible
days-late-short = { $days } j
years-late-short = { $years } ans
days-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
since = depuis le { $date }
until = jusqu’au { $date }
withdrawn-on = retirée le { $date }
amended-on = rectifiée le { $date }
due-on = échéance le { $date }
due-amount = exigible : { $amount }
outstanding-amount = reste à percevoir : { $amount }
article = art. { $article }
framework-apart = Convention entre incubateurs : hors financement des startups.
review-startup-gone = La fiche de cette startup n’existe pas
review-not-open = La revue n’est pas encore ouverte : appuyez sur Entrée dans l’ordre du jour
review-empty-agenda = L’ordre du jour est vide : appuyez sur Espace pour y inscrire une startup
review-needs-decision = En comité, chaque startup fait l’objet d’une décision ou d’un report
review-undone = { $count ->
    [one] { $count } action non faite
   *[other] { $count } actions non faites
}
review-names = { $names } et { $count } autres
review-unsettled = À décider ou à retirer : { $names }
review-note-rest = Clôturez de nouveau si aucune décision n’est nécessaire pour { $names }
review-close-missing = Clôturez de nouveau, ou complétez d’abord avec e : { $what }
review-close-asked = { $count ->
    [one] La startup est traitée. Clôturez de nouveau pour confirmer
   *[other] Les { $count } startups sont traitées. Clôturez de nouveau pour confirmer
}
review-hours = { $hours } h { $minutes }
review-time = { $spent } min sur { $all }
review-with-team = avec l’équipe
review-deliberation = délibéré
review-times = { $count ->
    [one] { $count } startup · { $each } min · { $all }
   *[other] { $count } startups · { $each } min chacune · { $all }
}
sheet-today = Cette revue
sheet-asked = { $amount } demandés
since-committee = Depuis le comité du { $date }
since-review = Depuis la revue du { $date }
since-day = Depuis le { $date }
since-committee-word = comité
since-review-word = revue
changed-since-committee = modifiée depuis le dernier comité
changed-since-review = modifiée depuis la dernière revue
changed-since-typed = modifiée depuis { $revision }
since-nothing = Rien d’enregistré
since-no-history = Pas d’historique ici
sheet-headings = Notes
sheet-unit-costs = Coûts
cost-per-use = Par usage
cost-per-utility = Par utilité
cost-per-impact = Par impact
unit-cost-unknown = inconnu
unit-cost-no-indicator = aucun indicateur pour ce critère
unit-cost-no-spending = rien de payé sur douze mois
unit-cost-no-value = pas encore de valeur
unit-cost-terms = { $paid } ÷ { $value }
sheet-baseline = départ { $value }
sheet-committed = Engagé (AE)
sheet-paid = Payé (CP)
sheet-left = Reliquat
sheet-nothing-due = Rien en retard ni bientôt exigible
sheet-standards = Standards
sheet-seen = constatée le { $date }
sheet-declared = déclarée
section-summary = Résumé
section-funding = Financement
section-obligations = Échéances
section-committees = Comités
section-journal = Suivi
heading-cash = Par mois
figure-spent = payé (CP)
heading-forecast = Prévisions
heading-past = Mois écoulés
heading-short = Trésorerie par startup
cash-title = Trésorerie
budget-title = Exercices budgétaires
nature-unknown = nature non précisée
label-available = Disponible
label-undated = Sans date
label-burn = Dépenses
burn-per-month = { $amount } par mois : { $paid } en { $days } jours jusqu’au { $on }
burn-short = − { $amount } par mois
short-from = insuffisant dès
column-expected = Attendu
column-spending = Dépenses
column-balance = Solde
forecast-unrecorded = Les versements ne sont pas suivis pour { $startups } : non compris.
forecast-nothing = Aucun mouvement, et rien n’est attendu.
chart-most = max. { $amount }
heading-spending = Dépenses
spending-of-no-name = sans objet
stage-committed = AE
stage-done = SF
stage-paid = CP
no-action = Aucune action
no-note = Aucune note
no-indicator = Aucun indicateur
no-account = Aucun compte
by-day = échéance le { $date }
done-on = faite le { $date }
heading-undertakings = Obligations des parties
committee-organiser = organisé par
committee-chair = présidé par
committee-with = en présence de
label-payment-days = Délai de versement
label-startups = Startups
amendment-changes = Modifications
account-holds = clés de contrôle exactes
heading-accounts = Comptes
heading-conventions = Conventions
heading-owes = Doit encore ({ $count })
heading-owed = On lui doit encore ({ $count })
and-more = et { $count } autres : utilisez le filtre de la liste
party-no-money = Ne verse ni ne perçoit
finder-person = personne
heading-coaches = Accompagne ({ $count })
heading-late = En retard ({ $count })
heading-to-come = À faire ({ $count })
person-coaches-none = N’accompagne aucune startup
party-nothing-open = Rien en cours
section-convention = Convention
section-history = Historique
label-name = Nom
label-kind = Nature
heading-gives = Verse
heading-receives = Perçoit
label-phase = Phase
label-received = Perçu
label-committee = Comité
label-convention = Convention
label-runs-out = Financé jusqu’au
label-shared-with = Partagé avec
label-also = Autres noms
label-incubator = Incubateur
label-sponsors = Sponsors
label-site = Site
label-statistics = Statistiques
label-repository = Code source
label-fast = FAST
label-next = Prochain
label-planned = Prévu
label-participants = Participants
label-papers = Dossier à remettre le
label-last-held = Dernier tenu
label-status = Statut
label-decided = Décidée
label-signed = Signée
label-ends = Fin
label-term = Durée
label-terminated = Résiliée
label-reference = Référence
label-parties = Parties
label-signatories = Signataires
label-publication = Publication
label-payment-account = Compte à créditer
label-refund-account = Compte de restitution
label-budget = Budget
label-termination = Résiliation
label-amendment = Convention modifiée
statistics-declared = déclarée, sans adresse
statistics-none = aucune
heading-findings = À corriger
heading-indicators = Indicateurs
heading-actions = Actions
heading-last-decision = Dernière décision
heading-open-actions = Actions en cours
label-coach = Coach
met-on = remplie le { $date }
not-met-on = non remplie, constaté le { $date }
heading-notes = Notes
heading-movements = Mouvements
heading-resources = Ressources en nature
heading-meetings = Réunions
heading-antecedents = Conventions antérieures
no-convention = Aucune convention
no-committee = Aucun comité
no-decision = sans décision
clock-before-money-ends = { $days } jours avant la fin du financement
unallocated-spending = { $amount } de dépenses sur une participation inconnue
unallocated-payments = { $amount } de versements sur une participation inconnue
payments-not-recorded = Versements non suivis ici
mark-inferred = déduit
not-before = au plus tôt le { $date }
address-seen = constat du { $date }
term-estimated = { $term }, durée prévisionnelle
total-percent = { $percent } % de { $amount }
total-tax-included = toutes taxes comprises
total-tax-excluded = hors taxes
total-ceiling = { $amount } au plus
obligation-if-terminated = en cas de résiliation
obligation-if-authenticates = si le service authentifie des usagers
obligation-if-online-procedure = pour les démarches en ligne
obligation-if-other = condition : { $words }
obligation-waived = renonciation au { $on }
labelled = { $label } : { $words }
reason-habit = par défaut
reason-runway = fin du financement
reason-deferred = différé
reason-decision = fin de la décision
reason-clause = clause
reason-brief-habit = par défaut
reason-brief-runway = fonds
reason-brief-deferred = différé
reason-brief-decision = décision
reason-brief-clause = clause
reason-brief-framework = cadre
spends-itself = dépenses en propre
paid-so-far = { $amount } versés
gate = { $spent } dépensés par { $party }, seuil { $threshold }
papers-missing = pièces manquantes : { $papers }
trigger-spent = quand { $party } aura consommé { $amount }
trigger-call = sur appel de fonds
trigger-notification = à la notification de la convention
trigger-report = à la remise du rapport ({ $report })
impact-usable = utilisable
impact-used = utilisé
impact-useful = utile
impact-impactful = impactant
impact-efficient = efficient
explain-title = Origine du chiffre
explain-with-article = { $text } · { $article }
topic-value-of = { $label }, { $parent }
topic-payment = versement de { $contribution } du { $on }
topic-call = appel de fonds à { $contribution } du { $on }
topic-refund = restitution à { $contribution } du { $on }
topic-unknown = inconnu
topic-none = aucun
topic-source = Source : { $source }
topic-uncommitted = non enregistré dans git
topic-place = n° { $number } sur { $count }
topic-received-percent = % perçu
topic-phase = phase
topic-late = obligations en retard
topic-undetermined = obligations indéterminées
topic-committee = prochain comité
topic-last-held = dernier comité tenu
topic-planned = comité prévu
topic-decision = dernière décision
topic-decided-until = décidé jusqu’au
topic-funded-until = financé jusqu’au
topic-status = statut de la convention
topic-ends = fin de la convention
topic-signed = signature
topic-indicator = indicateur principal
topic-cost-per-use = coût par usage
topic-cost-per-utility = coût par utilité
topic-cost-per-impact = coût par impact
topic-coach = coach
topic-cash-available = disponible
topic-cash-undated = attendu sans date connue
topic-cash-burn = dépenses par mois
topic-cash-received = perçu dans le mois
topic-cash-spent = payé (CP) dans le mois
topic-cash-expected = attendu dans le mois
topic-cash-spending = dépenses du mois
topic-cash-balance = solde à la fin du mois
topic-name = nom
topic-today = place dans À traiter
topic-incubator = incubateur
topic-rule-committed = Les montants prévus par les conventions, à partir de la décision ou, si elle est antérieure, de la signature. Un exemplaire non daté compte à partir de la première date possible de sa signature ; une convention sans aucune de ces dates compte toujours. Un avenant compte à partir de sa signature.
topic-source-committed = « prend effet à la date de signature » (article 5 ou 7)
topic-rule-payable = La part du montant conventionné qui revient à un bénéficiaire. Les dépenses en propre n’en font pas partie.
topic-source-payable = les participations des conventions
topic-rule-due = Les tranches à verser dont le fait générateur est atteint et dont toutes les pièces sont reçues. Après une résiliation qui liquide les sommes engagées : les AE à la date d’effet, au plus le montant conventionné.
topic-source-due = « sur présentation d’un appel de fonds accompagné d’un état récapitulatif » (article 4 de la convention-cadre)
topic-rule-undetermined-amount = Le montant à verser, non perçu et sans date connue.
topic-source-undetermined-amount = notre interprétation
topic-rule-unscheduled = La part du montant sans date qu’aucune tranche ne prévoit.
topic-source-unscheduled = notre interprétation
topic-rule-called = Les appels de fonds jusqu’à la date. Un appel s’impute sur la tranche qu’il désigne, à défaut sur la première que ni appels ni versements ne couvrent.
topic-source-called = usage
topic-rule-uncalled = Le montant à verser, ni appelé ni perçu, tranche par tranche.
topic-source-uncalled = les tranches des conventions
topic-rule-received = Les versements jusqu’à la date, moins les annulations. Un versement s’impute sur la tranche qu’il désigne, à défaut sur la première qui n’est pas soldée.
topic-source-received = les versements enregistrés
topic-rule-outstanding = Le montant exigible, moins le montant perçu.
topic-source-outstanding = les tranches des conventions
topic-rule-late-amount = Le reste à percevoir au-delà du délai de versement. Rien si les versements ne sont pas suivis.
topic-source-late-amount = le délai de versement de la convention, à défaut celui du portefeuille
topic-rule-ae = Les dépenses engagées : chaque ligne à partir de sa première date. Une ligne sans participation est répartie au prorata des montants détenus par celui qui dépense.
topic-source-ae = décret n° 2007-44 ; les lignes sans participation sont réparties au prorata
topic-rule-cp = Les dépenses payées : chaque ligne à partir de son paiement. Une ligne sans participation est répartie au prorata des montants détenus par celui qui dépense.
topic-source-cp = décret n° 2007-44 ; les lignes sans participation sont réparties au prorata
topic-rule-left = Le montant perçu, moins les CP et les restitutions.
topic-source-left = les clauses de restitution des fonds (article 5.4 ou 5.5)
topic-rule-refundable = Après le terme, une résiliation ou un arrêt : le reliquat, jamais négatif. Après une résiliation qui liquide les sommes engagées : le montant perçu au-delà, moins les restitutions. Inconnu si aucune dépense n’est enregistrée, sauf si une restitution nulle l’est.
topic-source-refundable = les clauses de restitution des fonds (article 5.4 ou 5.5) ; décret n° 2007-44, article 7
topic-rule-refundable-committed = La part du montant à restituer qui est engagée et non encore payée : au plus AE − CP.
topic-source-refundable-committed = les clauses de restitution des fonds (article 5.4 ou 5.5)
topic-rule-received-percent = Le montant perçu, rapporté au montant à verser.
topic-source-received-percent = les montants perçu et à verser
topic-rule-phase = La dernière phase commencée jusqu’à la date.
topic-source-phase = les phases de la startup
topic-rule-late = Les obligations, versements et comités dont l’échéance est passée sans exécution ; pour les versements, après le délai de versement.
topic-source-late = les clauses énumérées
topic-rule-undetermined = Les obligations, versements et comités dont l’échéance dépend d’un élément inconnu.
topic-source-undetermined = les clauses énumérées
topic-rule-committee = La première de ces dates : une clause, comptée depuis le dernier comité tenu ; la fin de la dernière décision ; la fin du financement ; sans clause, la règle par défaut du portefeuille.
topic-source-committee = « un comité d’investissement tous les six mois » (article 2) ; le guide du réseau
topic-rule-last-held = Le dernier comité enregistré comme tenu jusqu’à la date. Un report de décision ne compte pas.
topic-source-last-held = les comités de la startup
topic-rule-planned = Le prochain comité prévu à partir de la date ; à défaut, un comité prévu plus tôt dont la tenue n’est pas enregistrée.
topic-source-planned = les comités de la startup
topic-rule-decision = La décision du dernier comité tenu jusqu’à la date.
topic-source-decision = les comités de la startup
topic-rule-decided-until = La fin de la dernière décision, ou la date jusqu’à laquelle elle est différée.
topic-source-decided-until = les comités de la startup
topic-rule-funded-until = Le reliquat, divisé par les CP des six mois précédant la dernière ligne, sur trente jours au moins, à partir de cette ligne ; au plus tard le terme des conventions, et inconnu au-delà de dix ans.
topic-source-funded-until = le guide du réseau : un comité 30 à 45 jours avant la fin du financement
topic-rule-status = Non signée jusqu’à la signature, non datée si l’exemplaire ne porte pas de date, en vigueur jusqu’au terme ou à la résiliation, « prend fin bientôt » dans ses derniers jours ; sans terme si la fin n’est pas connue.
topic-source-status = « prend effet à la date de signature » (article 5 ou 7)
topic-rule-ends = La durée comptée depuis la signature, ou le dernier jour indiqué ; une résiliation y met fin plus tôt. Une fin prévisionnelle ne met jamais fin à la convention.
topic-source-ends = l’article sur la durée
topic-rule-signed = La date de signature, à partir de cette date.
topic-source-signed = le document signé
topic-rule-indicator = La dernière valeur de l’indicateur principal jusqu’à la date.
topic-source-indicator = les indicateurs de la startup
topic-rule-unit-cost = Les CP des douze mois précédant la date, divisés par la dernière valeur de l’indicateur de ce critère. Inconnu si l’un des deux manque.
topic-source-unit-cost = le guide du réseau : le comité examine le coût des résultats
topic-rule-coach = Les personnes qui accompagnent la startup à la date.
topic-source-coach = les coachs de la startup
topic-rule-today = Les fiches illisibles d’abord, puis les lignes en retard, dues sous sept jours, bientôt dues et sans date ; dans chaque groupe, par objet, date et montant.
topic-source-today = usage
topic-rule-payment = Une tranche est exigible à la plus tardive de deux dates : son fait générateur et la réception de toutes ses pièces ; elle est en retard après le délai de versement. Nous interprétons un seuil (« consommé », article 4) en CP.
topic-source-payment = « sur présentation d’un appel de fonds accompagné d’un état récapitulatif » (article 4 de la convention-cadre)
topic-rule-liquidation = Après une résiliation qui liquide les sommes engagées : les AE à la date d’effet, au plus le montant conventionné, moins les versements perçus ; en retard après le délai de versement.
topic-source-liquidation = l’article sur la résiliation (6.2)
topic-rule-conditional = Si la condition est une résiliation : seulement après elle, au plus tôt à sa date d’effet. Pour toute autre condition : indéterminée jusqu’à ce qu’une exécution soit enregistrée, car on ignore si elle est exigible.
topic-source-conditional = la clause ; notre interprétation
topic-rule-refund-duty = Exécutée si son exécution, ou une restitution nulle, est enregistrée, ou dès que les restitutions du débiteur au créancier ne laissent rien à restituer après le terme. Une restitution partielle n’y suffit pas.
topic-source-refund-duty = les clauses de restitution des fonds (article 5.4 ou 5.5)
topic-rule-evidence = Exécutée à partir de la date où l’adresse a été constatée, sauf si la clause exige une exécution enregistrée. Une adresse sans date ne prouve rien.
topic-source-evidence = la clause ; notre interprétation
topic-rule-papers = Le dossier est à remettre une semaine avant un comité prévu.
topic-source-papers = réglage du portefeuille (papers_days)
topic-rule-fund-report = Dû pour chaque exercice au cours duquel des sommes ont été perçues ou reportées, au plus tard le 31 janvier, sauf si la convention a sa propre clause sur le compte rendu de gestion.
topic-source-fund-report = décret n° 2007-44, article 6
topic-rule-agreed = À faire à la date convenue, en retard dès le lendemain.
topic-source-agreed = les décisions du comité
topic-rule-standing = En vigueur aussi longtemps que la convention.
topic-source-standing = la clause
topic-rule-obligation = Exigible à la date que donne la clause, en retard dès le lendemain. Une exécution vaut pour l’échéance qu’elle désigne, à défaut la plus ancienne en retard.
topic-source-obligation = la clause
topic-rule-cash-available = Les montants perçus et les dépenses en propre des contributeurs, moins les CP et les restitutions. Dans le portefeuille, chaque participation compte une fois ; les startups sans versements suivis ne sont pas comprises.
topic-rule-cash-undated = Les montants à verser et non perçus des tranches sans échéance connue.
topic-rule-cash-burn = Les CP des six mois précédant la dernière ligne de dépenses, par jour, sur trente jours au moins.
topic-rule-cash-received = Les versements du mois, moins les annulations.
topic-rule-cash-spent = Les lignes de dépenses payées dans le mois, moins les avoirs.
topic-rule-cash-expected = Les montants restant à percevoir des tranches exigibles dans le mois ; les tranches échues comptent dans le mois en cours.
topic-rule-cash-spending = Le rythme des six mois précédant la dernière ligne de dépenses, pour chaque jour qui la suit, jusqu’au terme de la dernière convention. Dans le portefeuille : la somme des startups.
topic-rule-cash-balance = { $before } auparavant, + { $expected } attendus, − { $spending } de dépenses.
topic-rule-recorded = Tel qu’enregistré.
topic-source-recorded = la fiche
derivation-clause = clause
derivation-signature = signature
derivation-term = durée
derivation-termination = résiliation
derivation-received = somme perçue
derivation-last-time = la dernière fois
derivation-spending = seuil de dépenses atteint
derivation-papers = pièces reçues
derivation-incubator = entrée dans l’incubateur
empty-portfolio = Aucune startup
empty-portfolio-help = { $keys } en ajoute une ; couveuse demo ouvre un portefeuille d’exemple.
empty-filter = Aucun résultat
empty-filter-help = { $keys } efface le filtre.

## Screen: Obligations and Findings (ui)

column-due = Échéance
column-days-late = Retard
column-between = De → à
column-what = Objet
column-amount = Montant
column-article = Article
column-severity = Gravité
column-finding = Constat
column-place = Où
group-late = En retard
group-due-soon = Bientôt dues
group-due = Exigibles
group-waiting = En attente
group-missed = Non tenues
group-open = À venir
group-undetermined = Indéterminées
group-standing = Permanentes
group-done = Faites
screen-what-committee = Tenir le comité d’investissement
screen-what-payment = Verser { $amount }
screen-what-payment-in-full = Verser sa participation
whose-framework = convention-cadre
label-between = De → à
label-due = Échéance
label-rule = Règle
label-unknown = Bloqué par
label-done = Fait
label-evidence = Justificatif
label-startup = Startup
label-article = Article
label-record = Fiche
rule-every = tous les { $span }
rule-standing = en permanence
moment-signature = à la signature
moment-signature-and = { $span } après la signature
moment-end = à la fin de la convention
moment-end-and = { $span } après la fin de la convention
moment-short-signature = à la signature
moment-short-signature-and = signature + { $span }
moment-tight-signature-and = sign. + { $span }
moment-typed-signature = signature
moment-typed-end = fin
moment-tight-and = + { $span }
moment-short-end = à la fin
moment-short-end-and = fin + { $span }
way-field = ouvre le champ.
way-conflict = demande quelle valeur garder.
way-editor = ouvre la fiche dans votre éditeur, à cette ligne.
way-account = modifie le compte bancaire.
way-signature = enregistre la date de signature : les échéances qui en dépendent sont alors connues.
way-term = ouvre la fiche : une durée (term) fixe la date.
way-spending = ouvre la fiche : les dépenses payées (expenditure) rendent la tranche exigible.
way-no-startup = ouvre la fiche : elle ne désigne aucune startup.
way-payment = enregistre le versement.
way-committee = enregistre le comité.
way-obligation = la marque comme faite.
finding-title = Constat
finding-years-sum = { $party } : les exercices totalisent { $sum }, mais la participation est de { $amount }
finding-years-sum-help = comparez avec le document et corrigez « years » ou « amount »
total-error = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
total-warning = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
total-info = { $count ->
    [one] { $count } information
   *[other] { $count } informations
}
row-went-to = passé dans « { $group } »
row-went-away = n’est plus dans cette liste
empty-today = Rien à traiter
empty-today-help = { $keys } affiche toutes les échéances.
empty-today-until = Rien à traiter avant le { $date }
empty-today-until-help = { $keys } affiche toutes les échéances.
empty-obligations = Aucune échéance
empty-obligations-help = Elles viennent des conventions : { $keys } en ajoute une.
empty-findings = Aucun constat
empty-findings-help = Toutes les fiches ont été contrôlées.

## The history

column-time = Heure
column-who = Auteur
column-did = Modification
column-change = Changement
column-reason = Motif
column-records = Fiches
commit-title = Commit
reading-history = Lecture de l’historique…
reading-history-help = { "" }
empty-history = Aucun commit
empty-history-help = Chaque modification est un commit : { $keys } les énumère. Pour enregistrer les premières fiches : git add . puis git commit.
empty-history-no-repository = Pas de dépôt git : aucun historique
empty-history-no-repository-help = Exécutez git init, puis enregistrez les fiches par un commit.
empty-history-of = Aucun commit sur ces fiches
empty-history-unread = L’historique est illisible
empty-history-unread-help = couveuse log en donne la raison.
total-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
  }
total-commits-more = et d’autres plus anciens
more-facts = { $count ->
    [one] … et un autre fait
   *[other] … et { $count } autres faits
  }
more-records = { $count ->
    [one] … et une autre fiche
   *[other] … et { $count } autres fiches
  }
more-lines = { $count ->
    [one] … et une autre ligne
   *[other] … et { $count } autres lignes
  }
change-not-shown = Trop long à comparer ici, ou pas du texte : utilisez git show.
change-created = créée
change-removed = supprimée
undo-this-asked = { $keys } à nouveau annule la modification de { $author } du { $date } : { $subject }
undo-of-undo = ce commit est une annulation ; U rétablit la modification si aucune autre n’a suivi
undo-not-ours = ce n’est pas une modification faite par couveuse ; utilisez git revert
merge-commit = fusion
sync-commit = { $count ->
    [one] sync · { $count } commit
   *[other] sync · { $count } commits
  }
no-verb = hors couveuse
verb-done = fait
verb-pay = versement
verb-sign = signature
verb-hold = comité tenu
verb-phase = phase
verb-indicator = indicateur
verb-note = note
verb-postpone = comité déplacé
verb-remind = relance
verb-refund = restitution
verb-terminate = résiliation
verb-action = action
verb-finish = action faite
verb-call = appel de fonds
verb-spend = dépense
verb-plan = comité prévu
verb-resource = ressource
verb-amend = avenant
verb-account = compte
verb-new-startup = nouvelle startup
verb-new-convention = nouvelle convention
verb-new-party = nouvelle partie
verb-condition = condition
verb-send-papers = dossier envoyé
verb-snooze = mise en attente
verb-coach = coach
verb-person = personne
verb-amend-decision = décision rectifiée
verb-withdraw = décision retirée
verb-review-open = revue ouverte
verb-review-agenda = ordre du jour
verb-review-close = revue clôturée
verb-review-approve = relevé approuvé
verb-view = vue
verb-remove-view = vue supprimée
verb-import = import
verb-set = champ
verb-several = plusieurs
verb-sync = synchronisation
verb-undo = annulation
verb-redo = rétablissement
verb-hand = modification manuelle

## Screen: Funding and Committees (ui)

column-promise = De → à
column-trigger = Fait générateur
total-apart = conventions-cadres, hors totaux :
column-state = État
column-timeline = Calendrier
month-initials = jfmamjjasond
legend-held = tenu
legend-planned = prévu
legend-passed = date prévue passée
legend-due = attendu
legend-late = en retard
legend-funded = financé
all-tranches = toutes tranches
late-after = en retard après le { $date }
label-spending = Dépenses
label-missing = Manquant
gate-crossed = seuil franchi le { $date }
given-by = apporté par { $party }
column-outstanding = Reste à percevoir
column-next = Prochain
column-last-held = Dernier tenu
column-decision = Décision
column-planned = Prévu
group-committee-late = En retard
group-committee-due-soon = Bientôt dus
group-committee-ok = À jour
group-committee-undetermined = Indéterminés
group-committee-none = Aucun attendu
total-committees-late = { $count } en retard
total-committees-startups = { $count ->
    [one] ({ $count } startup)
   *[other] ({ $count } startups)
}
total-committees-due-soon = { $count } bientôt
total-committees-ok = { $count } à jour
total-committees-undetermined = { $count ->
    [one] { $count } indéterminé
   *[other] { $count } indéterminés
}
total-committees-none = { $count } sans comité attendu
tranche-whole = en une fois
gate-short = { $spent } dépensés
gate-part = { $percent } %
empty-funding = Aucune participation
empty-funding-help = Elles viennent des conventions : { $keys } en ajoute une.
empty-committees = Aucun comité attendu
empty-committees-help = Une startup active en a un tous les six mois : { $keys } ajoute une startup.

## Days out of order (edit)

order-decided = antérieure à la décision de signer ({ $on })
order-amended = antérieure à la signature de la convention modifiée ({ $on })
order-amendment = postérieure à la signature de son avenant ({ $on })
order-ended = postérieure à la fin de la convention ({ $on })
order-terminated = postérieure à la résiliation ({ $on })
order-fulfilled = postérieure à une obligation déjà remplie ({ $on })
order-signed = antérieure à la signature ({ $on })
order-committed = antérieure à l’engagement ({ $on })
order-service-done = antérieure au service fait ({ $on })
order-noticed = antérieure au préavis ({ $on })
order-coached = antérieure au dernier coach enregistré ({ $on })
order-review = antérieure à la revue ({ $on })
order-review-day = la revue a lieu le { $on }
order-changed = antérieure au comité ({ $on })

## Messages of commits
commit-pay = { $owner } : { $amount } reçus de { $from }
commit-pay-detail = Participation { $contribution } de { $convention }{ $article }{ $tranche } ; reçu le { $on }.
commit-call = { $owner } : { $amount } appelés auprès de { $from }
commit-call-detail = Participation { $contribution } de { $convention }{ $article }{ $tranche } ; envoyé le { $on }.
commit-with = Avec : { $papers }
commit-reference = Référence : { $reference }
commit-remind = { $owner } : { $party } relancé pour { $item }
commit-refund = { $owner } : { $amount } restitués à { $from }
commit-refund-none = { $owner } : aucun reliquat à restituer à { $from }
commit-refund-detail = Participation { $contribution } de { $convention }, le { $on }.
commit-spend = { $owner } : { $amount } dépensés pour { $what }
commit-spend-committed = { $owner } : { $amount } engagés pour { $what }
commit-under = Au titre de { $convention }{ $article }.
commit-committed = Engagé le { $on }.
commit-service-done = Service fait le { $on }.
commit-paid = Payé le { $on }.
commit-by = Dépensé par { $by }.
commit-charged = Imputé sur la participation { $contribution }.
commit-supplier = Fournisseur : { $text }
commit-nature = Nature : { $text }
commit-order = Engagement juridique : { $text }
commit-request = Demande de paiement : { $text }
commit-for-startup = Pour { $text }.
commit-budget-year = Exercice : { $text }
commit-sign = { $convention } : signée le { $on }
commit-sign-undated = { $convention } : exemplaire sans date
commit-not-before = Pas avant le { $day }.
commit-terminate = { $convention } : résiliée au { $effect }
commit-notice = Préavis du { $notice }.
commit-reason = Motif : { $reason }
commit-hold = { $startup } : comité tenu le { $on }
commit-hold-decision = { $startup } : comité tenu le { $on }, { $decision }
commit-envelope = Enveloppe : { $envelope }
commit-asked = Montant demandé : { $asked }
commit-comment = Commentaire : { $comment }
commit-reservations = Réserves : { $reservations }
commit-condition = Condition : { $what }
commit-decided-action = Action : { $what }
commit-next = Prochain comité prévu le { $next }
commit-until = Financement jusqu’au { $until }
commit-deferred-until = Différé jusqu’au { $until }
commit-plan = { $startup } : comité prévu le { $on }
commit-postpone = { $startup } : comité déplacé du { $from } au { $on }
commit-postpone-cancel = { $startup } : comité du { $from } annulé
commit-phase = { $startup } : phase { $phase } à partir du { $from }
commit-phase-before = Jusque-là : { $phase } (à partir du { $from }).
commit-phase-after = Puis : { $phase } (à partir du { $from }).
commit-indicator = { $startup } : { $indicator } { $value }
commit-indicator-before = Auparavant : { $value } le { $on }.
commit-on = Le { $on }.
commit-note = { $startup } : note : { $text }
commit-source = Source : { $source }
commit-action = { $startup } : convenu : { $what }
commit-finish = { $startup } : fait : { $what }
commit-owner = Responsable : { $owner }
commit-due = Échéance le { $due }.
commit-was-due = Échéance initiale le { $due }.
commit-done-on = Fait le { $on }.
commit-for-due = Pour l’échéance du { $due }.
commit-done = { $owner } : { $what }
commit-done-management-report = compte rendu de gestion transmis
commit-done-statement-of-expenditure = état récapitulatif des dépenses transmis
commit-done-refund = reliquat restitué
commit-done-source-code = code source publié
commit-done-statistics-page = page de statistiques publiée
commit-done-publication = convention publiée
commit-done-other = { $what } : fait
commit-obligation = Obligation { $obligation } de { $convention }{ $article }.
commit-debtor = Débiteur : { $debtor }.
commit-evidence = Justificatif : { $evidence }
commit-resource = { $owner } : { $from } met à disposition { $what }
commit-share = Quotité : { $share }
commit-lasts = Pendant { $lasts } à compter de la signature.
commit-amend = { $convention } : avenant { $amendment }
commit-decided = Décidé le { $on }.
commit-signed = Signature le { $on }.
commit-unsigned = Pas encore de signature.
commit-term-months = Durée : { $months } mois.
commit-term-until = Durée : jusqu’au { $until }.
commit-new-convention = { $convention } : nouvelle convention
commit-pledge = { $amount } de { $from } à { $to }.
commit-pledge-direct = { $amount } de { $from }, dépensés en propre.
commit-new-startup = { $startup } : nouvelle startup
commit-new-startup-phase = Phase { $phase } à partir du { $from }.
commit-new-party = { $party } : nouvelle partie
commit-account = { $party } : compte bancaire{ $id } ajouté
commit-account-changed = { $party } : compte bancaire{ $id } modifié
commit-before = Auparavant : { $before }
commit-set = { $record } : { $field } = { $value }
commit-set-removed = { $record } : champ « { $field } » vidé
commit-person = { $person } : nouvelle personne
commit-person-changed = { $person } : personne modifiée
commit-amend-decision = { $startup } : décision du { $on } rectifiée
commit-withdraw = { $startup } : décision du { $on } retirée
commit-review-open = { $review } : revue ouverte, { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
commit-review-agenda-add = { $review } : { $startups } à l’ordre du jour
commit-review-agenda-drop = { $review } : { $startups } hors de l’ordre du jour
commit-review-agenda-move = { $review } : { $startups } à un autre rang de l’ordre du jour
commit-review-close = { $review } : revue clôturée
commit-review-approve = { $review } : relevé de décisions approuvé le { $on }
commit-person-emails = Adresses électroniques : { $count }.
commit-view = Vue « { $name } » enregistrée
commit-view-changed = Vue « { $name } » modifiée
commit-remove-view = Vue « { $name } » supprimée
commit-coach = { $startup } : suivi par { $person } à partir du { $from }
commit-condition-met = { $startup } : condition remplie : { $what }
commit-condition-not-met = { $startup } : condition non remplie : { $what }
commit-papers = { $startup } : dossier du comité du { $committee } envoyé
commit-item-text = « { $text } »
commit-item-committee = comité
commit-item-papers = dossier
commit-item-contribution = participation { $contribution }
commit-item-tranche = tranche { $tranche } de { $contribution }
commit-snooze = { $record } : { $item } en attente jusqu’au { $until }
commit-of-record = { $record } : { $what }
commit-of-records = { $what } dans { $count } fiches
commit-several = { $count } modifications
commit-several-done = { $count } obligations remplies
commit-several-pay = { $count } versements reçus
commit-several-sign = { $count } conventions signées
commit-several-hold = { $count } comités tenus
commit-several-phase = { $count } changements de phase
commit-several-indicator = { $count } valeurs d’indicateurs
commit-several-note = { $count } notes
commit-several-action = { $count } actions convenues
commit-several-finish = { $count } actions faites
commit-several-call = { $count } appels de fonds
commit-several-spend = { $count } dépenses
commit-several-plan = { $count } comités prévus
commit-several-postpone = { $count } comités déplacés
commit-several-resource = { $count } ressources en nature
commit-several-amend = { $count } avenants
commit-several-remind = { $count } relances
commit-several-refund = { $count } restitutions
commit-several-terminate = { $count } conventions résiliées
commit-several-account = { $count } comptes bancaires
commit-several-new-startup = { $count } nouvelles startups
commit-several-new-convention = { $count } nouvelles conventions
commit-several-new-party = { $count } nouvelles parties
commit-several-set = { $count } champs modifiés
commit-several-person = { $count } personnes
commit-several-amend-decision = { $count } décisions rectifiées
commit-several-withdraw = { $count } décisions retirées
commit-several-review-open = { $count } revues ouvertes
commit-several-review-agenda = { $count } modifications de l’ordre du jour
commit-several-review-close = { $count } revues clôturées
commit-several-review-approve = { $count } relevés approuvés
commit-several-view = { $count } vues enregistrées
commit-several-remove-view = { $count } vues supprimées
commit-several-coach = { $count } coachs
commit-several-condition = { $count } conditions constatées
commit-several-send-papers = dossiers de { $count } comités envoyés
commit-several-snooze = { $count } lignes en attente
already-recorded = déjà enregistré, rien à ajouter
more-than-promised = { $amount } de plus que le montant conventionné

## Screen: forms (ui)

form-title-open = Éléments en cours
form-title-done = Obligation remplie
form-title-pay = Versement perçu
form-title-sign = Signature
form-title-hold = Comité tenu
form-title-phase = Phase
form-title-indicator = Valeur d’un indicateur
form-title-note = Note
form-title-action = Action
form-title-finish = Action faite
form-title-call = Appel de fonds
form-title-spend = Dépense
form-title-plan = Comité prévu
form-title-new-party = Nouvelle partie
form-title-condition = Condition
form-title-send-papers = Dossier envoyé
form-title-snooze = Mise en attente
form-title-coach = Coach
form-title-person = Personne
form-title-amend-decision = Rectification de la décision
form-title-withdraw = Retrait de la décision
form-title-review-open = Revue
form-title-review-agenda = Ordre du jour
form-title-review-close = Clôture de la revue
form-title-review-approve = Approbation du relevé
form-title-view = Enregistrement de la vue
form-title-remove-view = Suppression d’une vue
form-title-postpone = Déplacement du comité
form-title-remind = Relance
form-title-refund = Restitution
form-title-terminate = Résiliation
form-title-resource = Ressource en nature
form-title-amend = Nouvel avenant
form-title-account = Compte bancaire
form-title-new-startup = Nouvelle startup
form-title-new-convention = Nouvelle convention
form-title-set = Champ

form-target-open = Élément
form-target-obligation = Obligation
form-target-contribution = Participation
form-target-convention = Convention
form-target-startup = Startup
form-target-action = Action
form-target-condition = Condition
form-target-papers = Comité
form-target-row = Ligne
form-target-account = Compte
form-target-record = Fiche
form-count-obligation = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
form-count-contribution = { $count ->
    [one] { $count } participation
   *[other] { $count } participations
}
form-count-convention = { $count ->
    [one] { $count } convention
   *[other] { $count } conventions
}
form-count-startup = { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
form-count-action = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
form-count-condition = { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
}
form-count-papers = { $count ->
    [one] { $count } comité
   *[other] { $count } comités
}
form-count-row = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
form-count-account = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
form-count-record = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
form-left-out = ignoré : { $what }
form-left-out-nothing = rien à enregistrer
form-left-out-done = une obligation
form-left-out-pay = un versement à percevoir
form-left-out-hold = un comité
form-left-out-finish = une action
form-left-out-condition = une condition
form-left-out-send-papers = un dossier de comité
form-left-out-several = plusieurs choix possibles
form-which = Obligatoire
form-option-action = action : { $what }
form-option-condition = condition : { $what }
form-papers-of = dossier du { $date }
form-varies = selon le cas : { $values }
form-too-many = { $count } lignes cochées ; { $most } au maximum à la fois : filtrez, ou cochez-en moins
form-nothing-to-say = Rien à enregistrer pour { $name }
form-decision-none = aucune
form-none = non précisé
form-true = oui
form-false = non
form-by-payee = le bénéficiaire
form-contribution-none = aucune
form-payee-none = personne : chacun dépense sa part
form-amount-of = Apport : { $party }
form-new-option = nouveau : { $name }
form-account-new = un autre compte
form-convention-title = { $startups } : convention { $parties }

field-on-done = Faite le
field-on-pay = Perçu le
field-on-sign = Signée le
field-on-hold = Tenu le
field-from-phase = À partir du
field-on-indicator = Date
field-on-note = Date
field-on-remind = Envoyée le
field-on-refund = Restitué le
field-from-postpone = Prévu le
field-on-postpone = Nouvelle date
field-cancel = Annuler le comité
row-condition-what = Condition
row-condition-owner = Responsable
row-condition-due = Échéance
row-condition-proof = Preuve
row-action-what = Action
row-action-owner = Responsable
row-action-due = Échéance
field-asked = Montant demandé
field-arbitration = À arbitrer
field-support = Appui demandé
field-comment = Commentaire
field-reservation = Réserves
field-score = Notes
field-condition-hold = Conditions
field-action = Actions
field-present = Présents
field-excused = Excusés
field-represented = Représentés
field-consequences = Suites
field-next = Prochain comité
field-cancel-planned = Annuler les comités prévus
field-condition = Condition
field-on-condition = Constatée le
field-on-send-papers = Envoyé le
field-not-met = Non remplie
field-person = Personne
field-screen = Écran
field-filter = Filtre
field-sort = Tri
field-group = Regroupement
field-column = Colonnes
form-column-none = toutes
field-from-coach = À partir du
field-email = Adresse électronique
field-notice = Préavis du
field-effect = Effet au
field-reason = Motif
field-kind-new-party = Nature
field-why = Motif du commit
field-on-finish = Faite le
field-on-call = Envoyé le
field-of = Comité du
field-on-amend-decision = Rectifiée le
field-on-withdraw = Retirée le
field-on-plan = Date
field-signed-amend = Signé le
field-from-new-startup = À partir du
field-signed-new-convention = Signée le
field-evidence = Justificatif
field-amount = Montant
field-reference = Référence
field-decision = Décision
field-envelope = Enveloppe
field-until = Jusqu’au
field-phase = Phase
field-indicator = Indicateur
field-value = Valeur
field-unit = Unité
field-text = Note
field-source = Source
field-what-action = Objet
field-what-spend = Objet
field-what-resource = Objet
field-owner = Responsable
field-due = Échéance
field-with = Pièces jointes
field-paid = Payée le (CP)
field-done = Service fait le
field-committed = Engagée le (AE)
field-by = Dépensée par
field-contribution = Imputée à
field-supplier = Fournisseur
field-nature = Nature
field-order = Engagement juridique
field-request = Demande de paiement
field-startup-spend = Pour la startup
field-budget-year = Exercice
form-startup-none = non précisée
field-from = Apportée par
field-share = Quotité
field-lasts = Durée
field-article = Article
field-title = Titre
field-id = Identifiant
field-decided = Décidé le
field-decided-new-convention = Décidée le
field-months = Durée (mois)
field-until-amend = Ou jusqu’au
field-iban = IBAN
field-bic = BIC
field-holder = Titulaire
field-bank = Code banque
field-branch = Code guichet
field-number = Numéro de compte
field-key = Clé
field-id-account = Identifiant
field-name = Nom
field-mission = Mission
field-incubator = Incubateur
field-sponsor = Sponsors
field-startup = Startups
field-party = Parties
field-new-party = Nouvelle partie
field-amount-new = Son apport
field-payee = Versé à
field-field = Champ


form-already-done = Déjà fait le { $on }
form-none-selected = Sélectionnez d’abord une ligne
form-none-of-startup = { $name } n’a pas de startup : sélectionnez-en une
form-none-of-convention = { $name } n’a pas de convention : ajoutez-en une, ou sélectionnez une convention
form-none-call = Aucune tranche à appeler pour { $name } : toutes le sont, ou dépenses en propre
form-none-account = { $name } n’a pas de compte : sélectionnez une partie ou sa convention
form-none-finish = Aucune action en cours pour { $name }
form-none-condition = Aucune condition en cours pour { $name }
form-none-remind = Rien n’est en retard pour { $name }
form-none-send-papers = Aucun comité prévu n’attend de dossier pour { $name }
form-none-set = { $name } n’a pas de champ modifiable ici : ouvrez la fiche dans l’éditeur
form-none-done = Aucune obligation en cours pour { $name }
form-none-pay = Plus rien à percevoir pour { $name }
form-none-sign = Plus rien à signer pour { $name }
form-none-postpone = Aucun comité prévu pour { $name }
form-none-amend-decision = Aucun comité tenu pour { $name }
form-none-withdraw = Aucun comité tenu pour { $name }
form-none-hold = Aucun comité à enregistrer pour { $name }

form-detail-due = échéance { $date }
form-detail-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
form-detail-rest = reste { $rest } sur { $amount }
form-detail-decided = décidée le { $date }
form-detail-last-held = dernier tenu le { $date }
form-detail-none-held = aucun tenu à ce jour
form-detail-planned = prévu le { $date }
form-detail-since = depuis le { $date }
form-detail-no-phase = aucune phase
form-detail-called = { $amount } déjà appelés
form-detail-gate = { $spent } dépensés sur { $threshold }
form-detail-account = Le compte tel qu’enregistré
form-detail-account-mended = Le compte déduit du RIB

form-in-the-future = date future : enregistrez-le le moment venu
form-after-as-of = postérieure à la date affichée
form-not-committed = pas encore enregistré
form-not-committed-help = { $commit } essaie à nouveau
form-score = { $score } sur 4
form-score-why = { $score } sur 4 · { $why }
form-error-score = Une note de 0 à 4, puis le motif, est attendue : 3 ils l’ont demandé
form-error-party = Partie inconnue : { $name } (attendu : NOM/PARTIE/QUALITÉ)
form-nobody-of = personne n’est présent pour { $parties }, que la convention prévoit
form-row-blank = ajouter
form-asked-beside = { $amount } · { $difference } par rapport à la dernière fois
form-asked-same = { $amount } · comme la dernière fois
form-why-deferred = Obligatoire : le motif du report
form-unknown = inconnu
form-fact-last = Dernière décision
form-fact-recorded = Enregistré
form-fact-until = jusqu’au { $date }
form-fact-money = Crédits
form-fact-amounts = { $received } perçus sur { $payable } · reliquat { $left }
form-fact-runway = Financé jusqu’au
form-fact-conditions = Conditions
form-fact-actions = Actions
form-fact-indicators = Indicateurs
form-fact-target = cible { $value } au { $date }
form-fact-scores = Notes
form-fact-arbitrations = À arbitrer
form-nothing-matches = Aucun résultat
form-wanted = Obligatoire
form-error-pick = Choisissez une valeur
form-error-empty = Obligatoire
form-error-whole = Un nombre entier est attendu
form-error-moment = Une date (31/3/2027), « signature », « fin » ou « fin + 3 mois »
form-error-start = Une date (31/3/2027), « signature » ou « last »
form-error-signature = Une date (31/3/2027) ou « undated »
form-error-id = Lettres sans accent, chiffres, traits d’union et, entre eux, points : au-compost-mitoyen
form-error-taken = Cet identifiant est déjà utilisé
form-error-one-term = Indiquez une durée ou une date, pas les deux
form-named = { $name } : { $value }
form-separated = séparés par { $separator }
form-iban-fits = clé de contrôle exacte
form-error-nothing = Un montant supérieur à zéro est attendu
form-error-out-of-order = Date { $why }
form-plan-another = un comité est déjà prévu le { $date } ; e sur sa ligne le déplace
form-paid-already = déjà versé en totalité
form-error-already-paid = Le même versement est déjà enregistré le { $on } ; distinguez-les par une référence
form-error-ends-before = Date antérieure au comité
form-error-already-fulfilled = Déjà marquée comme faite le { $on }
form-error-already-signed = Déjà signée le { $on }
form-error-already-terminated = Déjà résiliée au { $on }
form-error-already-held = Un comité est déjà enregistré le { $on } : rectifiez ou retirez sa décision
form-error-no-record = Aucune fiche « { $record } »
form-error-no-entry = Aucune entrée « { $entry } » dans la fiche
form-error-would-not-load = La fiche ne serait plus valide : { $why }
form-error-too-large = { $record } deviendrait trop grande
form-error-as-it-stands = La fiche n’est pas valide et ne peut pas être modifiée : { $why }

form-preview-waiting = L’aperçu s’affiche quand le formulaire est complet
form-preview-reading = Lecture de la fiche…
form-preview-unchanged = Aucun changement
form-preview-more = { $count ->
    [0] fin
    [one] { $count } ligne de plus : Pg suiv.
   *[other] { $count } lignes de plus : Pg suiv.
}
form-new-file = nouvelle
form-commit = Commit
form-saving = Enregistrement…

form-hint-next = suivant
form-hint-commit = enregistrer
form-hint-close = fermer
form-hint-keep = fermer, garder le brouillon
form-hint-choose = choisir ou saisir
form-hint-tick = cocher ou saisir
form-hint-break = à la ligne
form-hint-add-row = ajouter
form-hint-remove-row = retirer
form-hint-field = champ
form-hint-anew = réinitialiser
form-hint-anew-draft = abandonner le brouillon
form-hint-help = aide

## First run, and the demo

welcome-title = Nouveau portefeuille
tour-number = Visite { $number }/{ $count }
tour-done = Marquer une obligation en retard comme faite
tour-pay = Enregistrer un versement : sélectionnez une tranche en retard
tour-sign = Enregistrer une signature : { $name } en attend une
tour-hold = Enregistrer un comité et sa décision
tour-action = Ajouter une action à la startup sélectionnée
tour-undo = Annuler la dernière modification : chacune est un commit
tour-view = Enregistrer cette liste comme vue, partagée par git
tour-skip = passer
tour-quit = terminer
tour-over = La visite est terminée : tout ce que vous avez fait est dans l’historique (7)
tour-ended = Visite terminée
welcome-about = Ce dossier est vide. Deux noms et une langue en font un portefeuille : quelques fichiers texte, et un commit.
welcome-name = Incubateur
welcome-home = Structure porteuse
welcome-language = Langue des commits
welcome-french = français (Espace : anglais)
welcome-english = anglais (Espace : français)
welcome-enter = suivant, créer
welcome-tab = autre champ
welcome-leave = annuler
welcome-demo = couveuse demo ouvre un portefeuille d’exemple.
welcome-done = portefeuille créé : { $keys } ajoute la première startup
init-language = Langue des commits : fr ou en [{ $suggested }]
init-done = portefeuille créé dans { $folder } et enregistré par un commit ; couveuse { $folder } l’ouvre
init-ci-written = { $file } créé : à compléter puis à enregistrer dans git
init-merge-offered = avec couveuse init --merge-driver, git aussi fusionne les fiches selon leur sens
init-merge-registered = git fusionne désormais les fiches selon leur sens : enregistré dans .gitattributes par un commit, et dans la configuration de ce dépôt
init-merge-configured = git fusionne désormais ici les fiches selon leur sens : enregistré dans la configuration de ce dépôt
init-merge-already = git fusionne déjà ici les fiches selon leur sens
error-already-a-portfolio = { $folder } contient déjà des fiches
error-already-a-portfolio-help = couveuse { $folder } l’ouvre
error-in-the-way = { $file } existe déjà
error-in-the-way-help = rien n’a été écrit ; déplacez le fichier, ou choisissez un autre dossier
demo-left = la démonstration reste dans { $folder } ; pour la rouvrir : couveuse { $folder }

## Command line (cli)

usage-unknown-option = option { $word } inconnue
usage-unknown-option-help = voir { $help }
usage-unknown-option-near = option { $word } inconnue
usage-unknown-option-near-help = vouliez-vous dire { $nearest } ?
usage-stray-word = argument inattendu : { $word }
usage-stray-word-help = pour désigner un dossier, utilisez --folder { $word }
usage-no-value = { $option } attend une valeur
usage-no-value-help = voir { $help }
usage-unknown-value = valeur { $value } non admise pour { $option }
usage-unknown-value-help = valeurs connues : { $known }
usage-unknown-command = commande { $value } inconnue
usage-unknown-command-help = voir { $help }
usage-unknown-command-near = commande { $value } inconnue
usage-unknown-command-near-help = vouliez-vous dire { $nearest } ?
usage-unknown-value-near = valeur { $value } non admise pour { $option }
usage-unknown-value-near-help = vouliez-vous dire { $nearest } ?
usage-bad-value = valeur { $value } non admise pour { $option }
usage-bad-value-help = voir { $help }
usage-missing = { $count ->
   *[other] il manque { $missing }
}
usage-missing-help = voir { $help }
usage-together = { $option } et { $other } s’excluent
usage-together-help = voir { $help }
usage-twice = { $option } figure deux fois
usage-twice-help = voir { $help }
usage-takes-none = { $option } n’attend pas de valeur
usage-takes-none-help = voir { $help }
usage-not-understood = ligne de commande non valide
usage-not-understood-help = voir { $help }
usage-no-json = { $command } n’a pas de sortie JSON
usage-no-json-help = retirez --json

error-no-folder = le dossier { $folder } n’existe pas
error-no-folder-help = couveuse init { $folder } le crée ; couveuse demo ouvre un exemple
error-not-a-folder = { $folder } est un fichier et non un dossier
error-not-a-folder-help = indiquez le dossier qui contient les fiches
error-not-a-portfolio = aucune fiche dans { $folder }
error-not-a-portfolio-help = couveuse init { $folder } crée un portefeuille ; couveuse demo ouvre un exemple
error-no-portfolio-here = aucune fiche ici, ni dans portfolio/
error-no-portfolio-here-help = indiquez un dossier de fiches ; couveuse init en crée un, couveuse demo ouvre un exemple
error-no-command = { $word } n’est ni une commande ni un dossier
error-no-command-help = vouliez-vous dire couveuse { $command } ?
error-as-of-of-a-fact = --as-of fixe la date de la situation affichée, non celle d’un fait
error-as-of-of-a-fact-help = indiquez la date du fait par --on DATE
error-at-of-an-edit = --at lit les fiches dans l’état d’un commit ; les modifications portent sur les fiches actuelles
error-at-of-an-edit-help = retirez --at ; indiquez la date du fait par --on DATE
error-at-not-reading = cette commande n’a pas d’option --at
error-at-not-reading-help = --at s’emploie avec list, show, due, funding, today, committees, check, report, log, diff et explain
error-two-folders = le dossier est indiqué deux fois
error-two-folders-help = indiquez DOSSIER ou --folder DOSSIER, pas les deux
error-folder-exists = { $folder } existe déjà
error-folder-exists-help = choisissez un dossier qui n’existe pas encore
error-refused = { $file } : { $why }
error-watch-limit = limite inotify atteinte : les changements du dossier ne sont pas détectés
error-watch-limit-help = g r recharge le dossier ; --no-watch masque ce message
error-watch = le dossier ne peut pas être surveillé ({ $why }) : ses changements ne sont pas détectés
error-watch-help = g r recharge le dossier ; --no-watch masque ce message
error-system = erreur du système : { $why }
committed-unsaid = enregistré par le commit { $commit }, mais la réponse n’a pas pu être écrite : { $why }
error-json-needs-command = l’écran n’a pas de sortie JSON
error-json-needs-command-help = utilisez une commande : couveuse list --json
error-no-terminal = l’écran nécessite un terminal
error-no-terminal-help = pour du texte, utilisez couveuse list, due, funding, committees ou check
error-not-restored = { $record } : fiche modifiée entre-temps, ou d’autres modifications sont indexées
error-not-restored-help = affichez de nouveau ses modifications ; git diff --cached montre ce qui est indexé
error-editor-missing = { $editor } n’est pas installé
error-editor-missing-help = indiquez votre éditeur par git config core.editor, ou dans $VISUAL ou $EDITOR
error-editor-start = { $editor } ne peut pas être lancé : { $why }
error-editor-start-help = indiquez votre éditeur par git config core.editor, ou dans $VISUAL ou $EDITOR
error-editor-code = { $editor } s’est arrêté avec le code { $code }
error-editor-code-help = indiquez votre éditeur par git config core.editor, ou dans $VISUAL ou $EDITOR
error-editor-killed = { $editor } a été interrompu par un signal
error-editor-killed-help = indiquez votre éditeur par git config core.editor, ou dans $VISUAL ou $EDITOR
error-date = { $option } { $typed }
error-date-help = { $why }
error-amount = { $option } { $typed }
error-amount-help = { $why }
error-id-empty = un identifiant est attendu
error-id = { $typed } n’est pas un identifiant valide
error-id-help = utilisez des lettres sans accent, des chiffres, des traits d’union et, entre eux, des points : histologe-pau-anct
error-id-near = { $typed } n’est pas un identifiant valide
error-id-near-help = utilisez des lettres sans accent, des chiffres, des traits d’union et, entre eux, des points ; vouliez-vous dire { $nearest } ?
error-id-reserved = { $typed } n’est pas admis comme identifiant
error-id-reserved-help = Windows réserve ce nom à un périphérique : choisissez-en un autre
error-no-pair = { $typed } ne désigne aucune entrée d’une convention
error-no-pair-help = écrivez CONVENTION/IDENTIFIANT : histologe-pau-anct/pau
error-filter-help = voir couveuse due --help pour les mots-clés du filtre
error-me = vous ne figurez pas parmi les personnes de ce portefeuille
error-me-help = renseignez me = "ID" dans la configuration, ou ajoutez l’adresse électronique de vos commits sous [[people]] : couveuse person ID --email ADRESSE
error-me-unknown = la configuration indique me = "{ $id }", mais le portefeuille ne contient pas cette personne
error-me-unknown-help = corrigez « me » dans la configuration, ou retirez-le et ajoutez l’adresse électronique de vos commits sous [[people]] : couveuse person ID --email ADRESSE
error-me-several = { $people } ont l’adresse électronique de vos commits
error-me-several-help = ne la laissez qu’à une personne sous [[people]], ou renseignez me = "ID" dans la configuration
whoami-configured = { $person } ({ $id }), d’après la configuration
whoami-by-email = { $person } ({ $id }), d’après l’adresse électronique de vos commits
whoami-coaches = Accompagne { $startups }
error-no-check = contrôle { $name } inconnu
error-no-view = vue { $name } inconnue
error-no-view-help = vues enregistrées : { $known }
error-no-view-near = vue { $name } inconnue
error-no-view-near-help = vouliez-vous dire { $nearest } ?
error-no-views = vue { $name } inconnue
error-no-views-help = aucune vue n’est enregistrée : couveuse view --help
error-view-of-screen = la vue { $name } porte sur un autre écran : { $screen }
error-view-of-screen-help = lancez la commande de cet écran, ou couveuse --view { $name }
error-view-unknown-screen = la vue { $name } porte sur un écran inconnu : { $screen }
error-view-unknown-screen-help = changez l’écran avec couveuse view, ou mettez couveuse à jour
error-view-word = { $option } : { $word } inconnu
error-view-word-help = valeurs connues : { $known }
error-no-check-help = contrôles connus : { $known }
error-no-check-near = contrôle { $name } inconnu
error-no-check-near-help = vouliez-vous dire { $nearest } ?
error-no-page = commande { $word } inconnue
error-no-page-help = voir couveuse --help
error-no-topic = page d’aide { $topic } inconnue
error-no-topic-help = pages : { $known }
error-no-topic-near = page d’aide { $topic } inconnue
error-no-topic-near-help = vouliez-vous dire { $nearest } ?
error-no-id = aucune fiche { $id }
error-no-id-help = couveuse list donne les identifiants des startups et de leurs conventions
error-no-id-near = aucune fiche { $id }
error-no-id-near-help = vouliez-vous dire { $nearest } ?
error-unreadable = { $record } est illisible
error-unreadable-help = couveuse check indique pourquoi
error-many-ids = plusieurs fiches ont l’identifiant { $id }
error-many-ids-help = précisez : { $known }

error-no-record = { $kind ->
    [party] aucune partie { $id }
    [startup] aucune startup { $id }
   *[convention] aucune convention { $id }
}
error-no-record-help = { $kind ->
    [party] couveuse new party en crée une
   *[other] couveuse list donne les identifiants des startups et de leurs conventions
}
error-no-record-near = { $kind ->
    [party] aucune partie { $id }
    [startup] aucune startup { $id }
   *[convention] aucune convention { $id }
}
error-no-record-near-help = vouliez-vous dire { $nearest } ?
error-no-entry = aucune entrée { $entry } dans cette fiche
error-no-entry-help = entrées connues : { $known }
error-no-entry-near = aucune entrée { $entry } dans cette fiche
error-no-entry-near-help = vouliez-vous dire { $nearest } ?
error-no-entry-at-all = aucune entrée { $entry } dans cette fiche
error-no-entry-at-all-help = la fiche n’en contient aucune
error-no-person = aucune personne { $entry } dans ce portefeuille
error-no-person-help = personnes connues : { $known } ; couveuse person { $entry } en ajoute une
error-no-person-at-all = aucune personne { $entry } : ce portefeuille n’en contient aucune
error-no-person-at-all-help = couveuse person { $entry } ajoute la personne
error-no-person-near = aucune personne { $entry } dans ce portefeuille
error-no-person-near-help = vouliez-vous dire { $nearest } ?
error-address-taken = cette adresse électronique est celle de { $person }
error-address-taken-help = une adresse désigne une seule personne : donnez à chacune les siennes
error-no-tranche = la participation n’a pas de tranche { $number }
error-no-tranche-help = { $count ->
    [one] elle n’en a qu’une : 1
   *[other] elles sont numérotées de 1 à { $count }
}
error-no-payee = la participation { $contribution } est dépensée en propre par le contributeur
error-no-payee-help = il n’y a rien à appeler ni à percevoir
error-is-payment = { $contribution } est l’obligation de verser une participation
error-is-payment-help = enregistrez plutôt le versement, dans son formulaire ou avec couveuse pay
error-is-committee = c’est la clause du comité
error-is-committee-help = enregistrez plutôt le comité, dans son formulaire ou avec couveuse hold
error-repealed = l’avenant { $amendment } supprime { $obligation }
error-repealed-help = une obligation supprimée n’est plus due
error-in-the-future = le { $on } est une date future
error-in-the-future-help = un fait s’enregistre une fois qu’il a eu lieu
error-out-of-order = date { $why }
error-out-of-order-help = indiquez une autre date, ou corrigez la fiche dans votre éditeur
error-not-recurring = { $obligation } n’est pas périodique
error-not-recurring-help = retirez --due, réservée aux obligations périodiques
error-already-paid = le même versement est déjà enregistré le { $on }
error-already-paid-help = s’il y en a eu deux, distinguez-les par une référence
error-not-due = { $obligation } n’a pas d’échéance le { $due }
error-not-due-help = ses échéances : { $known }
error-not-due-at-all = { $obligation } n’a pas d’échéance le { $due }
error-not-due-at-all-help = aucune n’est connue : retirez --due
error-already-fulfilled = déjà marqué comme fait le { $on }
error-already-fulfilled-help = indiquez une autre date, ou annulez le premier enregistrement
error-already-signed = déjà signée le { $on }
error-already-signed-help = pour corriger la date, ouvrez la fiche dans votre éditeur
error-already-terminated = déjà résiliée au { $on }
error-already-terminated-help = pour corriger, utilisez couveuse set ou ouvrez la fiche dans votre éditeur
error-option-of-entry = { $option } ne s’applique pas à { $typed }
error-option-of-entry-help = --due concerne les obligations, --not-met les conditions, --evidence et --file les deux
error-no-today-row = { $record } n’a pas de ligne « { $item } » dans À traiter
error-no-today-row-help = { $count ->
    [0] aucune de ses lignes ne peut être mise en attente
   *[other] ses lignes : { $known }
}
error-proof-of-action = --proof s’applique à une --condition, non à une --action
error-proof-of-action-help = placez-la après sa --condition
error-option-of-task = { $option } doit suivre une --condition ou une --action
error-option-of-task-help = placez-la après la condition ou l’action concernée
error-nothing-paid = un montant supérieur à zéro est attendu
error-nothing-paid-help = pour une somme restituée, utilisez couveuse refund
error-already-held = un comité a déjà été tenu le { $on }
error-already-held-help = rectifiez sa décision (couveuse amend-decision), retirez-la (couveuse withdraw), ou indiquez une autre date
error-ends-before-it-begins = le financement prendrait fin avant le comité
error-ends-before-it-begins-help = indiquez une date postérieure
error-nothing = rien à enregistrer
error-nothing-help = indiquez au moins une valeur
error-record-exists = { $record } existe déjà
error-record-exists-help = choisissez un autre identifiant, ou modifiez la fiche existante
error-is-amendment = c’est un avenant à { $convention }
error-is-amendment-help = modifiez plutôt { $convention }
error-in-the-past = le { $on } est passé
error-too-far-ahead = une ligne peut être mise en attente un an au plus, jusqu’au { $last }
error-not-ahead = le { $on } n’est pas une date future
error-in-the-past-help = enregistrez-le comme tenu, dans son formulaire ou avec couveuse hold
error-already-called = le même appel de fonds est déjà enregistré le { $on }
error-already-called-help = s’il y en a eu deux, distinguez-les par une référence
error-already-reminded = cette relance est déjà enregistrée le { $on }
error-already-reminded-help = rien à ajouter
error-already-planned = un comité est déjà prévu le { $on }
error-already-planned-help = indiquez une autre date, ou déplacez ou annulez celui qui est prévu (couveuse postpone)
error-already-in-phase = déjà en { $phase }, depuis le { $on }
error-already-in-phase-help = choisissez une autre phase, ou corrigez la date de celle-ci
error-already-measured = cet indicateur a déjà une valeur le { $on }
error-already-measured-help = indiquez une autre date, ou corrigez la valeur
error-already-finished = déjà fait le { $on }
error-already-finished-help = si c’est une erreur, annulez d’abord
error-already-there = « { $words } » est déjà enregistré
error-already-there-help = rien à ajouter
error-review-closed = la revue { $review } est clôturée
error-review-closed-help = annulez la clôture, ou rectifiez la décision
error-review-open = la revue { $review } n’est pas encore clôturée
error-review-open-help = clôturez-la d’abord : couveuse review close { $review }
error-without-outcome = à décider : { $startups }
error-without-outcome-help = enregistrez leur comité (couveuse hold STARTUP --review ID), retirez-les de l’ordre du jour ou, dans une revue de portefeuille, prenez-en acte (--noted STARTUP, --note-rest)
error-minutes-approved = le relevé de décisions de la revue { $review } est approuvé
error-minutes-approved-help = rectifiez la décision en indiquant un motif (couveuse amend-decision), ou retirez-la
error-already-approved = déjà approuvé le { $on }
error-no-review = aucune revue { $state }
error-no-review-help = couveuse review les énumère
error-many-reviews = plusieurs revues : { $known }
error-many-reviews-help = indiquez l’identifiant de l’une d’elles
error-score = { $typed } n’est pas une note
error-score-help = écrivez CRITÈRE=NOTE ou CRITÈRE=NOTE:MOTIF ; critères : { $known } ; notes : nombres entiers
error-hold-file = { $file } : { $why }
error-hold-file-help = le fichier contient un comité, avec ses conditions et ses actions : voir couveuse hold --help
error-evidence-not-a-file = { $file } n’est pas un fichier
error-evidence-not-a-file-help = indiquez le fichier qui sert de justificatif, par exemple une copie numérisée signée
error-evidence-is-a-record = { $file } est une fiche, qui ne peut pas servir de justificatif
error-evidence-is-a-record-help = indiquez le fichier qui sert de justificatif, par exemple une copie numérisée signée
error-review-closed-there = la revue { $review } a été clôturée sur le dépôt distant par { $who } le { $when }{ $count ->
    [0] , avec les mêmes issues
   *[other]  ; issues différentes : { $differing }
}
error-review-closed-there-help = lancez couveuse sync pour la récupérer
review-outcome-differs = { $startup } : { $there } sur le dépôt distant, { $here } ici
error-other-unit = l’unité de cet indicateur est { $unit }
error-other-unit-help = retirez l’unité, ou donnez un autre nom à l’indicateur
error-no-day = aucune date indiquée
error-no-day-help = indiquez la date de l’engagement, du service fait ou du paiement
error-missing = il manque { $key ->
    [indicator] le nom de l’indicateur
    [comment] le motif du report (--comment)
    [text] le texte
    [name] le nom
    [title] le titre
    [iban] le numéro de compte
    [startups] la startup
    [parties] les parties
    [term] la durée que fixe cet article
   *[what] l’objet
}
error-missing-help = cette valeur est obligatoire
error-no-field = aucun champ { $path }
error-no-field-help = couveuse schema donne les champs d’une fiche
error-no-field-known = aucun champ { $path }
error-no-field-known-help = champs connus : { $known }
error-no-field-near = aucun champ { $path }
error-no-field-near-help = vouliez-vous dire { $nearest } ?
error-number = { $option } { $typed } : { $why }
error-value = { $typed } : { $why }
error-many-actions = plusieurs actions commencent par { $typed }
error-many-actions-help = précisez le texte : { $known }
error-due-of-several = --due ne s’applique qu’à une seule obligation
error-due-of-several-help = retirez --due, ou enregistrez les obligations une à une
error-span = { $typed } n’est pas une durée
error-span-help = écrivez 6 mois, 1 an, 2 semaines ou 10 jours
error-promise = { $typed } n’est pas une participation
error-promise-help = écrivez DE:À=MONTANT, ou DE=MONTANT pour des dépenses en propre
error-one-value = ce champ ne prend qu’une valeur
error-one-value-help = mettez des guillemets autour d’un texte de plusieurs mots
error-would-not-load = la fiche ne serait plus valide : { $why }
error-would-not-load-help = couveuse check indique l’erreur
error-broken-record = la fiche n’est pas du TOML valide : { $why }
error-broken-record-help = corrigez-la d’abord : couveuse check indique l’endroit
error-no-such-place = { $path } n’est pas dans le fichier
error-no-such-place-help = le fichier a changé ; recommencez

error-no-repository = ce dossier n’est pas dans un dépôt git
error-no-repository-help = exécutez git init, puis enregistrez les fiches par un commit
error-no-identity = git n’a ni nom ni adresse électronique
error-no-identity-help = exécutez git config --global user.name "Votre nom", et de même user.email
error-detached-head = HEAD n’est sur aucune branche
error-detached-head-help = exécutez git switch BRANCHE, ou git switch --create BRANCHE
error-no-commit-yet = le dépôt n’a pas encore de commit
error-no-commit-yet-help = enregistrez d’abord les fiches : git add . et git commit
error-other-owner = le dépôt de { $folder } appartient à un autre utilisateur
error-other-owner-help = si vous lui faites confiance, exécutez git config --global --add safe.directory { $folder }
error-stopped = arrêté : rien n’a été enregistré
error-stopped-help = si un hook ne se termine pas, examinez-le dans .git/hooks
error-in-progress = une opération git est en cours : { $what }
error-in-progress-help = { $what ->
    [bisect] terminez-la par git bisect reset, puis recommencez
   *[other] terminez-la par git { $what } --continue ou abandonnez-la par git { $what } --abort, puis recommencez
}
error-dirty = { $file } a des modifications non enregistrées
error-dirty-help = enregistrez-les (git commit) ou mettez-les de côté (git stash) ; ou utilisez --hand-edits commit pour les inclure dans le commit, --hand-edits leave pour les laisser non enregistrées
error-untracked = { $file } n’est pas suivi par git
error-untracked-help = exécutez git add { $file }, puis git commit
recovered-finished = un enregistrement interrompu est terminé : { $subject }
recovered-taken-back = un enregistrement interrompu, sans commit, est annulé : { $subject }
recovered-from-commit = un enregistrement interrompu ne peut pas être terminé ici ; voici la situation au dernier commit
error-branch-moved = un autre programme ne cesse d’ajouter des commits à cette branche
error-branch-moved-help = recommencez dans un instant
error-locked = { $file } est verrouillé par un autre processus git
error-locked-help = attendez sa fin ; si aucun n’est en cours, supprimez le verrou
error-git-refused = échec de git : { $why }
error-git-refused-help = rien n’a été modifié ; corrigez ce que signale ci-dessus le hook ou la clé de signature, puis recommencez
error-refused-but-changed = git a refusé : { $why }
error-refused-but-changed-help = { $file } contient encore la modification telle que le hook l’a laissée : vérifiez-la, puis enregistrez-la par un commit ou rétablissez le fichier
error-foreign-journal = { $file } n’a pas été écrit par couveuse pour ce dossier
error-foreign-journal-help = rien n’a été modifié ; vérifiez-le et supprimez-le, puis recommencez
error-not-checked-out = { $file } n’est pas extrait
error-not-checked-out-help = rien n’a été modifié ; ajoutez-le avec git sparse-checkout, puis recommencez
error-nothing-to-change = aucun changement : la fiche contient déjà ces informations
error-nothing-to-change-help = rien n’a été écrit
error-nothing-to-undo = rien à annuler
error-nothing-to-undo-help = seules les modifications faites par couveuse s’annulent ainsi ; pour les autres commits, utilisez git revert
error-nothing-to-redo = rien à rétablir
error-nothing-to-redo-help = seule une modification qui vient d’être annulée se rétablit, tant qu’aucune autre ne l’a suivie
error-nothing-to-commit = aucune modification non enregistrée dans ce fichier
error-file-exists = { $file } existe déjà
error-file-exists-help = choisissez un autre identifiant, ou modifiez la fiche existante
error-changed = { $path } de { $record } est passé de { $was } à { $now } entre-temps ; votre valeur est { $meant }
error-changed-help = rien n’a été écrit ; recommencez pour imposer votre valeur
error-gone = { $what } n’est plus dans { $record } ; { $meant } n’a pas été écrit
error-gone-help = couveuse log { $record } montre qui l’a supprimé
changed-nothing = (rien)
merge-open = { $file } : { $field } vaut { $ours } localement et { $theirs } à distance ; le fichier garde la valeur locale : choisissez, puis exécutez git add { $file }
merge-open-record = { $file } : modifié des deux côtés, fusion impossible ; le fichier garde la version locale : choisissez, puis exécutez git add { $file }
error-already-undone = { $commit } est déjà annulé
error-already-undone-help = voir git log
error-no-git = git est introuvable
error-no-git-help = ce dépôt a des hooks ou signe ses commits : installez git
error-undo-conflict = des changements plus récents touchent les mêmes lignes que { $commit }
error-undo-conflict-help = annulez d’abord les plus récents, ou corrigez la fiche dans votre éditeur
error-no-revision = « { $typed } » n’est ni un commit, ni une branche, ni une étiquette, ni une date
error-no-revision-help = indiquez un commit (a1b2c3d, HEAD~2), une étiquette ou une date : 4/3/2021
error-not-explained = { $record } n’a pas de « { $what } » à expliquer
error-not-explained-help = couveuse explain { $record } énumère ce qui peut l’être
error-not-explained-near = { $record } n’a pas de « { $what } » à expliquer ; vouliez-vous dire { $nearest } ?
error-not-explained-near-help = couveuse explain { $record } énumère ce qui peut l’être
error-history-begins = rien n’était enregistré au { $day }
error-history-begins-help = l’historique commence le { $begins }
error-history-shallow = ce clone n’a aucun commit jusqu’au { $day }
error-history-shallow-help = il est superficiel (shallow) et commence le { $begins } ; git fetch --unshallow récupère le reste
error-no-records-then = le commit { $commit } du { $on } ne contient aucune fiche dans ce dossier
error-no-records-then-help = couveuse log énumère les commits qui ont modifié des fiches
error-damaged-branch = le dernier commit de { $branch } est illisible, peut-être après une coupure de courant
error-damaged-branch-help = rien n’a été modifié ; pour revenir au dernier commit entier de son journal en gardant vos fichiers : rm -f { $file } && git update-ref { $branch } { $commit } && git reset
error-damaged-index = { $file } est endommagé, peut-être après une coupure de courant
error-damaged-index-help = rien n’a été modifié ; supprimez-le, puis exécutez git reset, qui le recrée d’après le dernier commit : aucun fichier ni commit n’est perdu
error-not-fetched = l’historique demande des fichiers que ce clone partiel n’a pas récupérés : { $why }
error-not-fetched-help = git fetch --refetch --no-filter les récupère
error-damaged-commit = le commit { $commit } est illisible : { $why }
error-damaged-commit-help = git fsck montre ce qui est endommagé ou manquant ; git fetch --refetch le récupère du dépôt distant
error-not-a-startup = { $startup } n’est pas une startup
error-no-committee-held = aucun comité de { $startup } n’a été tenu
error-no-review-held = aucune revue de { $startup } n’a été clôturée
error-no-commit = aucun commit { $commit }
error-no-commit-help = git log --oneline énumère les commits
error-elsewhere = { $commit } n’est pas dans l’historique de cette branche
error-elsewhere-help = passez sur sa branche avec git switch, ou fusionnez-la
error-not-ours = { $commit } n’est pas une modification faite par couveuse
error-not-ours-help = pour les autres commits, utilisez git revert
error-git = git : { $why }
error-past-records = ces fiches sont dans l’état du commit { $commit }, qui ne peut pas être modifié
error-past-records-help = revenez d’abord aux fiches actuelles

## Doctor (cli)

doctor-check-folder = dossier
doctor-check-git = git
doctor-check-work-tree = branche
doctor-check-format = format
doctor-check-checkout = extraction
doctor-check-identity = identité
doctor-check-signing = signature
doctor-check-hooks = hooks
doctor-check-index = index
doctor-check-journal = journal
doctor-check-merge-driver = pilote de fusion
doctor-check-remote = dépôt distant
doctor-check-push = envoi
doctor-check-credentials = accès
doctor-check-locale = locale
doctor-check-colours = couleurs
doctor-check-size = taille
doctor-check-background = arrière-plan
doctor-check-clipboard = presse-papiers
doctor-check-editor = éditeur
doctor-folder = { $folder } : { $count ->
    [0] aucune fiche
    [one] { $count } fiche
   *[other] { $count } fiches
}, en lecture et en écriture
doctor-folder-unreadable = { $count ->
    [one] impossible de lire { $file }
   *[other] impossible de lire { $file } et d’autres ({ $count } en tout)
}
doctor-folder-unreadable-help = rendez-les lisibles ; couveuse check indique ce qui ne va pas pour chacun
doctor-folder-read-only = impossible d’écrire dans { $folder }
doctor-folder-read-only-help = exécutez chmod u+wx { $folder }, ou demandez l’accès à son propriétaire
doctor-git = git { $version }
doctor-git-old = git { $version } est trop ancien pour certains dépôts
doctor-git-old-help = installez git 2.31 ou plus récent
doctor-bare = le dépôt est nu et n’a pas de répertoire de travail
doctor-bare-help = clonez-le avec git clone, puis ouvrez le clone
doctor-work-tree = branche { $branch }, aucune modification non enregistrée
doctor-work-tree-changed = branche { $branch }, { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
} avec des modifications non enregistrées ({ $record })
doctor-work-tree-changed-help = enregistrez-les avec git commit ; d’ici là, couveuse demande qu’en faire à chaque modification de ces fiches
doctor-format = SHA-1, couveuse écrit les commits
doctor-format-unknown = git ne peut pas lire le dépôt : { $why }
doctor-format-unknown-help = installez le git qui l’a créé, ou un plus récent ; git status permet de réessayer
doctor-format-by-git = couveuse lit et écrit ce format par git
doctor-checkout = complète
doctor-partial = clone partiel : git récupère au besoin ce qui manque
doctor-shallow = clone superficiel : l’historique est tronqué, et une synchronisation peut ne trouver aucun commit commun
doctor-shallow-help = exécutez git fetch --unshallow
doctor-sparse = { $count ->
    [one] l’extraction partielle laisse de côté { $file }, qui ne peut pas être modifiée
   *[other] l’extraction partielle laisse de côté { $count } fiches, dont { $file }, qui ne peuvent pas être modifiées
}
doctor-sparse-help = exécutez git sparse-checkout disable, ou ajoutez les dossiers avec git sparse-checkout add
doctor-identity = { $name }
doctor-identity-known = connue de git
doctor-signing = commits signés avec { $program }
doctor-signing-off = commits non signés
doctor-signing-no-program = les commits doivent être signés, mais { $program } n’est pas installé
doctor-signing-no-program-help = installez-le, ou exécutez git config commit.gpgsign false
doctor-signing-no-key = les commits doivent être signés par { $program }, mais aucune clé n’est configurée
doctor-signing-no-key-help = exécutez git config user.signingKey CLÉ, ou git config commit.gpgsign false
doctor-hooks = git exécute { $names }
doctor-hooks-none = aucun
doctor-hooks-ignored = git ignore { $names } : non exécutable
doctor-hooks-ignored-help = exécutez chmod +x { $file }, ou supprimez-le
doctor-hooks-no-folder = core.hooksPath désigne { $folder }, qui n’existe pas
doctor-hooks-no-folder-help = créez-le, ou exécutez git config --unset core.hooksPath
doctor-index = lisible, non verrouillé
doctor-journal = aucun enregistrement interrompu
doctor-journal-left = un enregistrement a été interrompu : { $subject }
doctor-journal-left-help = la prochaine modification ou ouverture de l’écran le termine ou l’annule
doctor-merge-driver = git seul fusionne aussi les fiches selon leur sens
doctor-merge-driver-none = absent : git seul fusionne les fiches ligne à ligne
doctor-merge-driver-none-help = lancez couveuse init --merge-driver
doctor-merge-driver-unregistered = non déclaré dans ce clone : git seul fusionne les fiches ligne à ligne
doctor-merge-driver-unregistered-help = lancez couveuse init --merge-driver dans ce clone
doctor-merge-driver-gone = { $program } n’existe plus : git seul fusionne les fiches ligne à ligne
doctor-merge-driver-gone-help = relancez couveuse init --merge-driver
doctor-remote = { $remote } répond ({ $address })
doctor-remote-silent = { $remote } n’a pas répondu en { $seconds } secondes
doctor-remote-silent-help = vérifiez le réseau, et l’adresse avec git remote -v
doctor-push = les commits vont vers { $target }
doctor-credentials = { $helper }
doctor-credentials-local = inutiles : le dépôt distant est un dossier
doctor-credentials-ssh = par clé SSH
doctor-credentials-no-ssh = l’accès au dépôt distant se fait par SSH, mais ssh n’est pas installé
doctor-credentials-no-ssh-help = installez un client SSH
doctor-credentials-asked = demandés dans une fenêtre
doctor-credentials-none = aucun assistant d’authentification : git peut demander un mot de passe, ce que l’écran ne peut pas afficher
doctor-credentials-none-help = exécutez git config --global credential.helper avec cache, store ou l’assistant de votre système ; ou synchronisez avec couveuse sync dans un terminal
doctor-credentials-no-program = l’assistant d’authentification { $helper } n’est pas installé
doctor-credentials-no-program-help = installez-le, ou choisissez-en un autre : git config --global credential.helper cache
doctor-locale = UTF-8, { $language ->
    [fr] français
   *[other] anglais
}
doctor-locale-not-utf8 = { $locale } n’est pas en UTF-8 : couveuse ne dessine qu’en ASCII
doctor-locale-not-utf8-help = exécutez export LANG=C.UTF-8, ou écrivez ascii = false dans la configuration
doctor-colours-true = couleurs 24 bits
doctor-colours-indexed = 256 couleurs
doctor-colours-sixteen = 16 couleurs
doctor-colours-unwanted = aucune : NO_COLOR est défini
doctor-colours-none = aucune : TERM vaut { $term }
doctor-colours-none-help = exécutez export TERM=xterm-256color si votre terminal a des couleurs
doctor-colours-no-term = TERM n’est pas défini ; 16 couleurs sont supposées
doctor-colours-no-term-help = exécutez export TERM=xterm-256color, ou le nom de votre terminal
doctor-size = { $columns } × { $rows }
doctor-size-small = { $columns } × { $rows } : trop petit pour l’écran
doctor-size-small-help = agrandissez la fenêtre à 20 × 5 au moins ; 110 × 30 montre tout
doctor-size-unknown = le terminal n’indique pas sa taille
doctor-size-unknown-help = exécutez stty columns 80 rows 24
doctor-no-terminal = l’entrée ou la sortie n’est pas un terminal
doctor-no-terminal-help = lancez couveuse doctor sans redirection, dans le terminal que vous utilisez
doctor-background-dark = sombre
doctor-background-light = clair
doctor-background-theme = thème { $theme } configuré
doctor-background-unneeded = inutile sans couleurs
doctor-background-unknown = le terminal ne l’indique pas ; sombre par défaut
doctor-background-unknown-help = s’il est clair, écrivez theme = "light" dans la configuration
doctor-clipboard = { $program }
doctor-clipboard-by-terminal = par le terminal (OSC 52)
doctor-clipboard-no-program = { $program } n’est pas installé ; la copie ne fonctionne que dans les terminaux avec OSC 52
doctor-clipboard-no-program-help = installez { $program }
doctor-editor = { $editor }
doctor-editor-missing = { $editor } n’est pas installé
doctor-editor-missing-help = exécutez export VISUAL=nano, ou le nom de votre éditeur
doctor-look = voyez git status et git fsck ; corrigez, puis relancez couveuse doctor
doctor-broken = { $count ->
    [0] Les modifications et les synchronisations fonctionnent.
    [one] { $count } problème empêche une modification ou une synchronisation.
   *[other] { $count } problèmes empêchent une modification ou une synchronisation.
}

## Imports (cli)

import-counts = { $new ->
    [one] { $new } nouvelle
   *[other] { $new } nouvelles
}, { $changed ->
    [one] { $changed } modifiée
   *[other] { $changed } modifiées
}, { $same } déjà enregistrées, { $differs ->
    [one] { $differs } divergente
   *[other] { $differs } divergentes
}, { $refused ->
    [one] { $refused } refusée
   *[other] { $refused } refusées
}{ $parties ->
    [0] .
    [one]  ; 1 nouvelle partie.
   *[other]  ; { $parties } nouvelles parties.
}
import-more-refused = et { $count } autres lignes de cette fiche, pour la même raison
import-unused-columns = Colonnes non importées : { $columns }
import-state-new = nouvelle :
import-state-changed = modifiée :
import-state-differs = diverge :
import-state-refused = refusée :
import-differs = { $field } : { $ours } enregistré, { $theirs } importé
import-kept = { $field } : { $ours } enregistré, { $theirs } importé ; la valeur enregistrée est conservée
import-no-difference = Aucune différence.
import-dry-run = Simulation : rien n’a été enregistré.
import-incomplete = Rien n’a été enregistré : des lignes sont refusées ou divergent. Corrigez-les, ou importez le reste avec --accept-partial.
import-progress = { $count } lignes sur { $all }
import-reading = Lecture du fichier
import-matching = Rapprochement : { $count } lignes sur { $all }
import-stopping = Arrêt en cours
import-way-out = { $stop } arrête ; rien n’a été modifié.
import-cancelled = Import annulé ; rien n’a été modifié
import-nothing = Rien à importer.
import-confirm = Enregistrer ? [o/N]
import-not-confirmed = Rien n’a été enregistré.
import-unreadable = illisible : { $why }
import-no-front-matter = pas d’en-tête entre deux lignes ---
import-yaml = YAML non valide : { $why }
import-missing = { $field } est absent
import-wrong-type = { $field } : { $value } n’est pas une valeur de cette clé
import-no-id = { $field } : « { $value } » ne donne pas d’identifiant valide
import-no-date = { $field } est absent
import-bad-date = { $field } : « { $value } » n’est pas une date comme 2026-03-31
import-unknown-phase = { $field } : phase inconnue « { $value } »
import-broken-record = { $record } contient des erreurs ; couveuse check les montre
import-same-id = { $slug } et { $other } seraient tous deux { $id }
import-id-taken = { $id } existe ici sans le slug { $slug } : exécutez couveuse set { $id } slug { $slug } si c’est la même
import-slug-twice = plusieurs startups ont ici le slug { $slug } : { $known }
import-not-published = { $slug } n’est pas dans le registre public
import-title = Import
import-about = Un dossier ou une page du registre public, ou un tableau de dépenses ou de versements (CSV, XLSX, ODS). Le plan s’affiche d’abord ; rien n’est enregistré avant votre accord.
paper-title = Documents
paper-making = …
paper-path = Fichier
paper-exists = { $file } a un autre contenu : Entrée le remplace
paper-everybody = tous les débiteurs en retard
paper-missing =
    { $count ->
        [one] Projet : 1 élément manquant
       *[other] Projet : { $count } éléments manquants
    }
paper-written =
    { $count ->
        [one] Écrit : { $file }
       *[other] { $count } fichiers écrits dans { $folder }
    }
paper-management = Compte rendu de gestion
paper-statement = État récapitulatif des dépenses
paper-call = Appel de fonds
paper-reminder = Relance
paper-sheet = Fiche
paper-minutes = Relevé de décisions
paper-papers = Ordre du jour et fiches
paper-summary = Synthèse du portefeuille
import-ready = Tout peut être importé.
import-partial = Des lignes sont refusées ou divergent : corrigez-les, ou n’importez que le reste.
import-word-new = nouvelle
import-word-changed = modifiée
import-word-differs = diverge
import-word-refused = refusée
import-line = convention/{ $convention } : { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
import-new-rows = { $count ->
    [one] nouvelle : 1 ligne
   *[other] nouvelles : { $count } lignes
} ({ $record })
import-no-sheet = pas de feuille « { $sheet } » ; le classeur contient { $known }
import-empty-table = le tableau est vide
import-no-column = aucune colonne pour « { $field } » parmi { $known } ; indiquez-la dans import/NOM.toml, voir couveuse import expenditure --help
import-same-columns = plusieurs colonnes pour « { $field } » : { $known } ; indiquez la bonne dans import/NOM.toml
import-no-value = { $column } est vide
import-bad-amount = { $column } : « { $value } » n’est pas un montant en euros et centimes
import-ambiguous-amount = { $column } : « { $value } » est ambigu : écrivez 1234,00 pour des milliers, 1,23 pour des décimales
import-bad-day = { $column } : « { $value } » n’est pas une date comme 31/3/2026
import-bad-year = { $column } : « { $value } » n’est pas un exercice
import-bad-number = { $column } : « { $value } » n’est pas un nombre
import-future-day = { $column } : le { $on } est une date future
import-no-convention = aucune colonne n’indique la convention
import-unknown-order = aucune convention ne porte l’engagement juridique { $value } ; indiquez sa convention dans import/NOM.toml
import-unknown-convention = aucune convention pour « { $value } »
import-many-conventions = plusieurs conventions pour « { $value } » : { $known }
import-unknown-contribution = aucune participation « { $value } » ; participations : { $known }
import-unknown-contributor = « { $value } » n’est pas contributeur ; contributeurs : { $known }
import-no-contribution = { $value } n’a aucune participation à percevoir
import-many-contributions = plusieurs participations de { $value } : { $known } ; ajoutez une colonne « contribution »
import-no-tranche = { $column } : pas de tranche { $value }
import-unknown-party = aucune partie « { $value } »
import-unknown-startup = aucune startup « { $value } »
import-repeated-row = identique à la ligne { $line }
import-probably-same = sans doute déjà enregistrée, avec d’autres précisions : modifiez la ligne existante, ou saisissez celle-ci à la main
import-too-large = { $record } dépasserait { $limit } Mio : { $size } Mio avec { $count } lignes de plus
import-by-mapping = par « { $value } » dans la correspondance
import-by-convention = par sa convention, { $value }
import-by-order = par son engagement juridique, { $value }
import-by-contribution = participation { $value }, par son nom
import-by-contributor = la participation de { $value }
import-only-contribution = { $value }, seule participation
import-by-tranche = tranche { $tranche }, par son numéro
import-tranche-of-amount = tranche { $tranche }, seule non versée de ce montant
import-known-supplier = fournisseur { $value }, selon l’écriture des fiches
import-by-startup = par sa startup, { $value }
error-outdated = { $record } a changé depuis la préparation de l’import
error-outdated-help = rien n’a été modifié ; relancez l’import
error-too-large = { $record } dépasserait { $limit } octets : { $size } octets
error-too-large-help = rien n’a été modifié
error-no-pages = aucune page (*.md) dans { $folder }
error-no-pages-help = indiquez le dossier _startups du registre public, ou l’un de ses fichiers
error-import-mapping = impossible de lire { $file } : { $why }
error-import-mapping-help = il contient une table [parties] avec des lignes comme departement-oise = "oise"
error-import-table = impossible d’importer { $file } : { $why }
error-import-table-help = rien n’a été modifié
error-mapping-kind = cette correspondance n’est pas celle de { $kind }
error-mapping-kind-help = vérifiez la clé « kind » de la correspondance
error-ledger-mapping = impossible de lire { $file } : { $why }
error-ledger-mapping-help = clés : kind, sheet, columns, match.convention et conventions ; voir couveuse import expenditure --help
commit-import-expenditure = Importer { $count ->
    [one] { $count } dépense
   *[other] { $count } dépenses
}
commit-import-payments = Importer { $count ->
    [one] { $count } versement
   *[other] { $count } versements
}
commit-import-public-record = Importer { $count ->
    [one] { $count } startup
   *[other] { $count } startups
} du registre public

## Configuration (cli)

config-file-head = Configuration de couveuse. Les lignes en commentaire montrent les valeurs par défaut.
config-file-language = Langue des textes, des dates et des montants : "fr" ou "en" ; par défaut, celle du système.
config-file-theme = Nom du thème ; par défaut, selon le fond du terminal.
config-file-watch = Détecter les changements faits par d’autres programmes ; si false, g r recharge.
config-file-mouse = Utiliser la souris ; si false, le terminal garde sa propre sélection.
config-file-ascii = Tracer traits et graphiques en ASCII seulement.
config-file-links = Rendre cliquables les sites, justificatifs, commits et fichiers ; par défaut, si le terminal est connu pour afficher des liens.
config-file-me = Votre identifiant parmi les personnes du portefeuille ; par défaut, d’après l’adresse électronique de vos commits.
config-file-keys = Touches, par nom de commande : une suite s’écrit avec des espaces ; [] les retire toutes.
config-file-in = Dans un seul contexte : portfolio, obligations, findings, startup, reading…
config-title-file = fichier
config-title-language = langue
config-title-theme = thème
config-title-mouse = souris
config-title-watch = suivi
config-title-ascii = ASCII
config-title-links = liens
config-title-me = moi
config-title-keys = touches
config-absent = { $file } (n’existe pas)
config-from-file = configuration
config-built-in = par défaut
config-yes = oui
config-no = non
config-as-system = système
config-as-terminal = terminal
config-by-email = par courriel
config-own-keys = { $count ->
    [0] par défaut
    [one] { $count } commande personnalisée
   *[other] { $count } commandes personnalisées
}
config-how = couveuse config --default > FICHIER écrit un fichier commenté ; couveuse config --keys énumère les touches.
config-column-command = commande
config-column-keys = touches
config-column-where = contexte
config-column-what = description
config-everywhere = partout

config-unreadable = configuration illisible : { $why }
config-unreadable-help = les valeurs par défaut s’appliquent ; corrigez les droits du fichier, ou supprimez-le
config-syntax = TOML non valide : { $words }
config-syntax-help = les autres lignes s’appliquent
config-unknown-setting = réglage « { $name } » inconnu
config-unknown-setting-help = réglages connus : { $known }
config-unknown-setting-near = réglage « { $name } » inconnu
config-unknown-setting-near-help = vouliez-vous dire « { $nearest } » ?
config-unknown-command = commande « { $name } » inconnue
config-unknown-command-help = couveuse config --keys énumère les commandes
config-unknown-command-near = commande « { $name } » inconnue
config-unknown-command-near-help = vouliez-vous dire « { $nearest } » ?
config-unknown-context = contexte « { $name } » inconnu
config-unknown-context-help = contextes connus : { $known }
config-unknown-context-near = contexte « { $name } » inconnu
config-unknown-context-near-help = vouliez-vous dire « { $nearest } » ?
config-unknown-value = « { $name } » ne peut être « { $value } »
config-unknown-value-help = valeurs connues : { $known }
config-not-an-id = « { $value } » n’est pas un identifiant valide
config-not-an-id-help = écrivez l’identifiant d’une personne du portefeuille : me = "coach-a"
config-wrong-type = « { $name } » attend { $expected ->
    [switch] true ou false
    [table] une table
    [keys] une touche ou une liste de touches, entre guillemets
   *[text] un texte entre guillemets
}
config-wrong-type-help = { $expected ->
    [switch] { $name } = true
    [table] [{ $name }]
    [keys] { $name } = ["x", "Alt-d"], ou [] pour n’en laisser aucune
   *[text] { $name } = "…"
}
config-unknown-key = touche « { $key } » inconnue
config-unknown-key-help = écrivez x, G, Ctrl-d, Alt-d, Shift-Tab, F5, Space, Enter, Esc, Up, PgDn… et une suite avec des espaces : "g r"
config-no-key = touche vide
config-no-key-help = pour retirer toutes les touches, écrivez []
config-key-not-there = « { $command } » ne s’utilise pas { $context ->
    [all] par une touche
   *[other] dans « { $context } »
}
config-key-not-there-help = couveuse config --keys montre les contextes de chaque commande
config-key-needed = « { $command } » doit garder une touche
config-key-needed-help = les touches par défaut restent ; donnez-lui en une autre
config-key-typed = « { $keys } » est un caractère : il saisit du texte là où « { $command } » s’applique
config-key-typed-help = prenez une touche qui n’écrit rien : Ctrl-…, Alt-…, F2, Enter…
config-key-lost = { $relation ->
    [same] « { $keys } » est déjà à « { $other } »
    [longer] « { $keys } » commence par « { $theirs } », qui est à « { $other } »
   *[shorter] « { $keys } » cacherait « { $theirs } », qui est à « { $other } »
}
config-key-lost-help = « { $command } » ne l’obtient pas ; prenez une autre touche, ou retirez-la à « { $other } »
config-key-won = { $relation ->
    [same] « { $keys } » n’est plus à « { $other } »
    [longer] « { $theirs } » n’est plus à « { $other } » : « { $keys } » commence ainsi
   *[shorter] « { $theirs } » n’est plus à « { $other } » : « { $keys } » le cache
}
config-key-won-help = donnez d’autres touches à « { $other } », ou « { $other } = [] » pour aucune

## Copying, mouse, themes

copied = copié :
copied-lines = { $count ->
    [one] { $count } ligne copiée
   *[other] { $count } lignes copiées
}
too-small = trop petit : au moins 20 × 5
address-opened = ouvert : { $address }
address-none = ni une adresse ni un fichier du dépôt : { $address }
address-nothing = ni justificatif ni adresse ici
copied-nothing = rien à copier ici
mouse-ours = souris activée ; avec Maj, la plupart des terminaux sélectionnent encore du texte
mouse-theirs = souris désactivée : le terminal sélectionne du texte
themes-title = Thèmes
views-title = Vues enregistrées
views-none = Aucune vue enregistrée. { $keys } enregistre la vue actuelle.
view-unknown-screen = écran inconnu
view-unknown-word = Valeur inconnue : { $word } ; valeurs connues : { $known }
themes-no-colour = Sans couleurs : le terminal n’en a pas, ou NO_COLOR est défini.
theme-about-auto = selon le fond du terminal, s’il est connu
theme-about-dark = fond sombre
theme-about-light = fond clair
theme-about-high-contrast = contraste maximal du texte, des traits et de la sélection
theme-about-sixteen = les seize couleurs du terminal lui-même
theme-about-deuteranopia = sans opposition rouge/vert (deutéranopie, protanopie)
theme-about-tritanopia = sans opposition bleu/vert (tritanopie)
theme-kept = thème : { $theme }

## Themes
theme-syntax = TOML non valide : { $about }
theme-syntax-help = corrigez la ligne ; d’ici là, un thème intégré est utilisé
theme-unknown-key = clé de thème inconnue « { $about } »
theme-unknown-key-help = un thème a inherits, background, [palette] et [tokens] ; un élément a fg, bg et modifiers
theme-wrong-type = type non valide
theme-wrong-type-help = une couleur est un texte ou un nombre de 0 à 255, un élément est { "{" } fg = "…" { "}" }, modifiers est une liste
theme-unknown-token = élément inconnu « { $about } »
theme-unknown-token-help = éléments connus : { $tokens }
theme-missing-token = l’élément « { $about } » n’a pas de style
theme-missing-token-help = ajoutez un style, ou héritez-en un : inherits = "dark"
theme-bad-colour = couleur non valide « { $about } »
theme-bad-colour-help = écrivez "#rrggbb", le nom d’une couleur, un nombre de 0 à 255, ou un nom de [palette]
theme-bad-modifier = attribut non valide « { $about } »
theme-bad-modifier-help = écrivez bold, dim, italic, underlined ou reversed
theme-bad-background = fond non valide « { $about } »
theme-bad-background-help = écrivez "dark" ou "light"
theme-none-such = thème inconnu « { $about } »
theme-none-such-help = thèmes connus : { $themes }
theme-circle = le thème « { $about } » hérite de lui-même
theme-circle-help = écrivez inherits = "dark" ou inherits = "light" dans l’un des thèmes

## Sync (cli)

error-sync-no-git = git est introuvable
error-sync-no-git-help = la synchronisation nécessite git : installez-le
error-no-remote = aucun dépôt distant n’est configuré
error-no-remote-help = exécutez git remote add origin ADRESSE, puis synchronisez à nouveau
error-no-upstream = la branche { $branch } ne suit aucune branche distante
error-no-upstream-help = exécutez git push --set-upstream { $remote } { $branch }
error-unreachable = { $remote } est injoignable : { $why }
error-unreachable-help = rien n’a été modifié ; si git demande un mot de passe, lancez couveuse sync dans un terminal
error-fetch-refused = git a refusé de récupérer depuis { $remote } : { $why }
error-fetch-refused-help = rien n’a été modifié ; si une étiquette y a été déplacée, git fetch --tags --force { $remote } la reprend ; synchronisez ensuite de nouveau
error-unreachable-from-shell = { $remote } est injoignable : { $why }
error-unreachable-from-shell-help = rien n’a été modifié ; git remote -v montre l’adresse
error-unrelated = ce dossier n’a aucun historique en commun avec { $remote }
error-unrelated-help = c’est sans doute un autre portefeuille : git remote -v montre l’adresse
error-questions = { $count ->
    [one] une valeur a été modifiée des deux côtés
   *[other] { $count } valeurs ont été modifiées des deux côtés
}
error-questions-help = rien n’a été modifié ; choisissez les valeurs à garder, puis synchronisez à nouveau
error-conflicts = modifiés des deux côtés, aux mêmes lignes : { $files }
error-conflicts-help = rien n’a été modifié ; fusionnez avec git pull, faites un commit, puis synchronisez à nouveau
error-in-the-way-of-sync = des modifications non enregistrées seraient écrasées : { $files }
error-in-the-way-of-sync-help = rien n’a été modifié ; enregistrez-les dans un commit ou mettez-les de côté avec git stash, puis synchronisez à nouveau
error-push-refused = { $remote } a refusé : { $why }
error-push-refused-help = vos commits sont conservés ; voir ci-dessus, puis synchronisez à nouveau
error-raced = le dépôt distant change sans cesse
error-rewritten = { $count ->
    [one] { $count } commit que vous avez a été retiré de { $remote }
   *[other] { $count } commits que vous avez ont été retirés de { $remote }
}
error-rewritten-help = rien n’a été envoyé ; git rebase --onto { $remote } { $seen } les abandonne, git push les renvoie
error-branch-gone = { $remote } n’existe plus
error-branch-gone-help = rien n’a été envoyé ; git push la recrée, git branch --set-upstream-to suit une autre branche
error-nothing-to-push = git est configuré pour ne rien envoyer depuis { $branch }
error-nothing-to-push-help = les commits reçus ont été fusionnés ; voir push.default dans la configuration de git
error-raced-help = vos commits sont conservés ; synchronisez à nouveau dans un instant
error-cancelled = synchronisation arrêtée
error-cancelled-help = vos commits sont conservés ; synchronisez à nouveau à tout moment
sync-fetching = Récupération…
sync-merging = Fusion…
sync-pushing = Envoi…
sync-trying-again = Le dépôt distant a changé, nouvel essai…
sync-nothing = Déjà à jour
sync-done = { $received ->
    [0] Aucun commit reçu
    [one] { $received } commit reçu
   *[other] { $received } commits reçus
}, { $sent ->
    [0] aucun envoyé
    [one] { $sent } envoyé
   *[other] { $sent } envoyés
}
sync-which = 1 locale, 2 distante, Entrée pour décider plus tard :
sync-how = couveuse sync --ours { $place } garde la valeur locale, --theirs { $place } garde la valeur distante ; --ours-all et --theirs-all décident de tout
question-was = avant
question-ours = 1 locale
question-theirs = 2 distante
question-by-on = { $by }, { $on }
question-nothing = (absent)

## Errors of the TOML parser; rarer ones stay in English

toml-invalid-basic-string = texte entre guillemets mal formé
toml-invalid-literal-string = texte entre apostrophes mal formé
toml-invalid-multi-line-basic-string = texte sur plusieurs lignes mal formé
toml-invalid-multi-line-literal-string = texte sur plusieurs lignes, entre apostrophes, mal formé
toml-invalid-string = texte mal formé
toml-string-values-must-be-quoted = un texte s’écrit entre guillemets
toml-missing-opening-quote = guillemet ouvrant manquant
toml-key-with-no-value = clé sans valeur
toml-missing-value = valeur manquante
toml-missing-value-for-key = clé sans valeur
toml-duplicate-key = clé écrite deux fois
toml-invalid-key = clé mal formée
toml-invalid-unquoted-key = clé mal formée, sans guillemets
toml-unquoted-keys-cannot-be-empty = une clé sans guillemets ne peut être vide
toml-invalid-value = valeur mal formée
toml-invalid-date-time = date mal formée
toml-invalid-boolean = ni true ni false
toml-invalid-float = nombre décimal mal formé
toml-invalid-integer-number = nombre entier mal formé
toml-unexpected-leading-zero = zéro de trop devant le nombre
toml-invalid-table = table mal formée
toml-unclosed-table = en-tête de table non fermé
toml-unclosed-array-table = en-tête de table de liste non fermé
toml-unclosed-array = liste non fermée
toml-unclosed-inline-table = table en ligne non fermée
toml-missing-comma-between-array-elements = virgule manquante entre deux éléments de la liste
toml-missing-comma-between-key-value-pairs = virgule manquante entre deux clés
toml-missing-assignment-between-key-value-pairs = signe = manquant entre clé et valeur
toml-extra-comma-in-array = virgule de trop dans la liste
toml-extra-comma-in-inline-table = virgule de trop dans la table en ligne
toml-unexpected-key-or-value = clé ou valeur inattendue
toml-unexpected-content = contenu inattendu
toml-invalid-inline-table-element = élément mal formé dans la table en ligne
toml-unexpected-----in-array = signe = inattendu dans la liste
toml-extra---- = signe = de trop
toml-extra-assignment-between-key-value-pairs = signe = de trop entre clé et valeur
toml-missing-key-for-inline-table-element = valeur sans clé dans la table en ligne
toml-unexpected-content-between-comment-and-newline = contenu inattendu après le commentaire
toml-invalid-key-value-pair = clé et valeur mal formées
toml-----may-only-go-between-digits = un _ ne va qu’entre deux chiffres
toml-carriage-return-must-be-followed-by-newline = un retour chariot (CR) ne va que devant une fin de ligne (LF)
toml-invalid-comment-character = caractère interdit dans le commentaire
toml-keys-cannot-be-multi-line-basic-strings = une clé tient sur une ligne
toml-keys-cannot-be-multi-line-literal-strings = une clé tient sur une ligne
toml-missing-escaped-value = il manque ce qui suit la barre oblique inverse
toml-too-few-unicode-value-digits = numéro de caractère Unicode trop court
toml-integers-with-a-radix-cannot-be-signed = un nombre hexadécimal, octal ou binaire n’a pas de signe
toml-radix-must-be-lowercase = 0x, 0o et 0b s’écrivent en minuscules
toml-redundant-numeric-sign = signe de trop devant le nombre
toml-redundant-integer-number-prefix = préfixe de trop devant le nombre
toml-unexpected-sign = signe inattendu devant le nombre
toml-expected = { $words }, attendu : { $what }
toml-what-key = une clé
toml-what-value = une valeur
toml-what-numbers = des chiffres
toml-what-digits = des chiffres
toml-what-letters = des lettres
toml-what-literal-string = un texte entre apostrophes
toml-what-basic-string = un texte entre guillemets
toml-what-characters = des caractères visibles
toml-what-multi-line-basic-string = un texte sur plusieurs lignes
toml-what-multi-line-literal-string = un texte sur plusieurs lignes, entre apostrophes
toml-what-non-double-quote-visible-characters = des caractères visibles, sans guillemet
toml-what-non-single-quote-visible-characters = des caractères visibles, sans apostrophe
toml-what-non-single-quote-characters = des caractères, sans apostrophe
toml-what-printable-characters = des caractères visibles
toml-what-unicode-hexadecimal-value = le numéro d’un caractère Unicode en hexadécimal
toml-what-unquoted-string = un texte sans guillemets
toml-what-newline = une fin de ligne
toml-what-nothing = rien

## Errors of the operating system

system-not-found = fichier ou dossier introuvable
system-permission-denied = accès refusé
system-already-exists = existe déjà
system-is-a-directory = c’est un dossier
system-not-a-directory = ce n’est pas un dossier
system-directory-not-empty = le dossier n’est pas vide
system-storage-full = plus de place sur le disque
system-quota-exceeded = quota de disque dépassé
system-file-too-large = fichier trop volumineux
system-read-only = système de fichiers en lecture seule
system-invalid-filename = nom de fichier non valide
system-busy = utilisé par un autre programme
system-broken-pipe = tube rompu
system-timed-out = délai dépassé
system-out-of-memory = mémoire insuffisante

## Days off (model)
day-off-new-year = jour férié (jour de l’An)
day-off-easter-monday = jour férié (lundi de Pâques)
day-off-labour-day = jour férié (fête du Travail)
day-off-victory-day = jour férié (8 Mai)
day-off-ascension = jour férié (Ascension)
day-off-whit-monday = jour férié (lundi de Pentecôte)
day-off-national-day = jour férié (fête nationale)
day-off-assumption = jour férié (Assomption)
day-off-all-saints = jour férié (Toussaint)
day-off-armistice = jour férié (11 Novembre)
day-off-christmas = jour férié (Noël)
day-off-weekend = week-end

## Papers (papers)

doc-absent = absent
doc-account = Compte
doc-accountant = Comptable assignataire
doc-active-startups = { $count ->
    [one] { $count } startup active.
   *[other] { $count } startups actives.
}
doc-address = Adresse
doc-ae = AE
doc-ae-on = Engagée le
doc-action = Action
doc-agenda = Ordre du jour
doc-amended-on = rectifiée le { $on }
doc-amount = Montant
doc-amount-words = En toutes lettres
doc-approved-on = Relevé approuvé le { $on }.
doc-arbitrations = Arbitrages demandés
doc-article = Article
doc-as-of = Situation au
doc-asked = Montant demandé
doc-asked-beside = { $amount } ({ $difference } par rapport à la dernière fois)
doc-attachments = Pièces jointes ou déjà transmises :
doc-attendance = Présence
doc-baseline = Départ
doc-bic = BIC
doc-body = Instance
doc-budgeted = Prévu au budget
doc-called-before = Déjà appelé
doc-calls = Titres et appels
doc-capacity = Qualité
doc-carried-over = (exercice antérieur)
doc-chair = Présidence
doc-change-of = { $startup } : { $what }
doc-changed = { $what } : { $was } → { $is }
doc-coach = Coach
doc-coach-until = { $name } (au plus tard jusqu’au { $date } : deux ans)
doc-colon = { " :" }
doc-comment = Commentaire
doc-commit = commit
doc-committee-decided = Comité d’investissement : { $decision }
doc-committee-of = Comité du { $on }
doc-committee-removed = le comité ne figure plus dans les fiches
doc-condition = Condition
doc-consumed-is-cp = Nous interprétons « consommé », dans la convention, comme payé (CP).
doc-convention = Convention
doc-cp = CP
doc-cp-on = Payée le
doc-cp-of-received = dont sur les fonds perçus
doc-credits = Les crédits (AE et CP) sont ouverts après l’encaissement (décret n° 2007-44, article 5) ; leur date d’ouverture n’est pas enregistrée.
doc-cumulative = Cumul
doc-days-late = Jours de retard
doc-decision = Décision
doc-declared = déclaré, non vérifié
doc-decree-management = décret n° 2007-44, article 6
doc-derivation = Chiffres calculés à partir des fiches du portefeuille à la date et au commit indiqués ; « couveuse show » en donne le détail ligne par ligne.
doc-difference = Écart
doc-distribution = Diffusion
doc-done-on = Service fait le
doc-done-on-day = faite le { $date }
doc-draft = Projet
doc-due = Échéance
doc-due-by = à tenir au plus tard à cette date
doc-due-since = Depuis le
doc-duration = Durée
doc-earlier-statements = États précédents
doc-end = Clôture
doc-ends = Fin
doc-envelope = Enveloppe
doc-evidence = Justificatif
doc-excused = excusé
doc-former-names = Autres noms
doc-from = De
doc-fund = Fonds de concours
doc-funded-until = Financé jusqu’au
doc-heading = Critère
doc-held-on = Tenu le
doc-holder = Titulaire du compte
doc-iban = IBAN
doc-incubator = Incubateur
doc-indicator = Indicateur
doc-left = Reliquat
doc-left-after = Reste à appeler après cet appel
doc-left-committed = dont engagé non payé
doc-line = ligne { $line }
doc-member-absent = { $startup } : personne de { $party }, dont la convention exige la présence
doc-members-were-there = Tous les membres dont les conventions exigent la présence étaient présents ou représentés.
doc-met-on = remplie le { $date }
doc-minutes = Relevé de décisions
doc-minutes-each = { $each } min par startup, { $all } min au total
doc-miss-account = un compte bancaire
doc-miss-accountant = le comptable assignataire
doc-miss-address = une adresse postale
doc-miss-allocation = la participation à laquelle imputer certains montants
doc-miss-amount = le montant en toutes lettres
doc-miss-article = l’article qui le prévoit
doc-miss-attendance = la liste de présence
doc-miss-bic = le BIC du compte
doc-miss-body = le nom de l’incubateur
doc-miss-chair = la présidence
doc-miss-closing = la clôture de la revue
doc-miss-decision = la décision du dernier comité
doc-miss-deferred-until = la date jusqu’à laquelle une décision est différée
doc-miss-due = la date d’exigibilité
doc-miss-first-reminder = la date de la première relance
doc-miss-fund = le numéro du fonds de concours
doc-miss-holder = le titulaire du compte
doc-miss-order = { $count ->
    [one] le numéro d’engagement (EJ) de la ligne { $lines }
   *[other] les numéros d’engagement (EJ) des lignes { $lines }
}
doc-miss-outcome = l’issue pour une startup
doc-miss-paper = une pièce : { $paper }
doc-miss-papers-sent = la date d’envoi du dossier
doc-miss-party = une partie
doc-miss-payments = les versements, qui ne sont pas suivis
doc-miss-period-end = la fin de la période, qui est en cours
doc-miss-phase = la phase
doc-miss-place = le lieu
doc-miss-procurement = la personne chargée d’informer le service des achats
doc-miss-programme = le programme
doc-miss-results = les actions menées et leurs résultats
doc-miss-secretary = le secrétariat
doc-miss-signatory = le nom et la qualité du signataire
doc-miss-signature = la date de signature de la convention
doc-miss-siret = un numéro SIRET
doc-miss-spending = les dépenses
doc-miss-start = l’heure de début
doc-miss-startup = la fiche de { $id }
doc-miss-threshold = la date à laquelle le seuil a été atteint
doc-miss-valid-iban = un IBAN valide (clé de contrôle)
doc-missing = Il manque :
doc-name = Nom
doc-nature = Nature
doc-no-actions = Aucune action.
doc-no-agenda = Aucune startup.
doc-no-attendance = Personne n’est enregistré.
doc-no-committee = Aucun comité tenu.
doc-no-decision-word = décision non enregistrée
doc-no-conditions = Aucune condition ni action.
doc-no-contribution = Aucune participation versée à une partie.
doc-no-convention = Aucune convention.
doc-no-follow-up = Aucune action antérieure.
doc-no-indicator = Aucun indicateur.
doc-no-nature = non précisée
doc-no-reference = sans numéro
doc-no-spending = Aucune dépense enregistrée.
doc-no-spending-in-period = Aucune dépense enregistrée sur la période.
doc-no-threshold = Aucun seuil.
doc-not-met-on = non remplie ({ $date })
doc-not-reached = non atteint
doc-nothing = néant
doc-nothing-deferred = Rien de différé.
doc-nothing-due = Rien en retard, rien dans les trente jours.
doc-nothing-late = Rien en retard.
doc-now = Actuel
doc-number = N°
doc-object = Objet
doc-on = Le
doc-open = en cours
doc-order = Engagement (EJ)
doc-organisation = Organisme
doc-outcome = Issue
doc-owner = Responsable
doc-papers-sent = Dossier envoyé le
doc-parties = Parties
doc-pay-until = À payer au plus tard le
doc-payable = À verser
doc-period = Période
doc-period-days = du { $from } au { $to }
doc-phase = Phase
doc-phase-since = { $phase } depuis le { $date }
doc-place = Lieu
doc-planned = prévu
doc-planned-on = Prochain comité prévu le { $date }.
doc-present = présent
doc-procurement = Informe le service des achats
doc-programme = Programme
doc-promised = Montant conventionné
doc-proof = Preuve attendue
doc-reached-by = Atteint par
doc-reached-on = Atteint le
doc-reason = Motif
doc-reasons = Motifs
doc-received = Perçu
doc-received-on = Perçu le
doc-recorded-at = Fiche
doc-recorded-line = Ligne
doc-lines-of = Lignes de { $file }
doc-accepted = Accepté
doc-refused-why = Refusé, motif
doc-accountant-fills-in = Le comptable remplit les colonnes « Accepté » et « Refusé, motif ».
doc-reference = Référence
doc-refundable = À restituer
doc-reminder-closing = Nous vous remercions de bien vouloir régulariser ces points ou nous indiquer la date à laquelle ils le seront. Si c’est déjà fait, merci de nous en transmettre le justificatif.
doc-reminder-greeting = Madame, Monsieur,
doc-reminder-opening = Sauf erreur de notre part, les éléments suivants, prévus par les conventions qui nous lient, ne nous sont pas encore parvenus :
doc-reminder-second = Sauf erreur de notre part, et malgré une première relance, les éléments suivants ne nous sont pas encore parvenus :
doc-reminder-second-on = Sauf erreur de notre part, et malgré notre relance du { $date }, les éléments suivants ne nous sont pas encore parvenus :
doc-repository = Code source
doc-represented = représenté
doc-represented-by = représenté par { $by }
doc-invoice = Facture
doc-request = Demande de paiement
doc-reservations = Réserves
doc-rib = RIB
doc-score = Note
doc-support = Appui demandé
doc-secretary = Secrétariat
doc-section-actions = Actions
doc-section-agenda = Ordre du jour
doc-section-amount = Montant
doc-section-attendance = Présence
doc-section-balance = Solde
doc-section-basis = Base de la créance
doc-section-changes = Modifié depuis
doc-section-convention = Convention
doc-section-conventions = Conventions
doc-section-decision = Dernière décision
doc-section-deferred = Différé
doc-section-distribution = Diffusion et signatures
doc-section-due = En retard ou dans les trente jours
doc-section-expenditure = Dépenses
doc-section-follow-up = Suivi des actions antérieures
doc-section-headings = Impact
doc-section-unit-costs = Coût par usage, par utilité et par impact
doc-unit-cost = Coût
doc-basis = CP de douze mois ÷ valeur
doc-section-indicators = Indicateurs
doc-section-lines = Détail des dépenses de la période
doc-section-meeting = Réunion
doc-section-money = Financement
doc-section-next = Prochain comité
doc-section-next-committees = Prochains comités
doc-section-payee = Bénéficiaire
doc-section-payer = Débiteur
doc-section-payment = Règlement
doc-section-resources = Ressources
doc-section-results = Actions menées et résultats
doc-section-signature = Signature
doc-section-standards = Standards
doc-section-startup = Startup
doc-section-thresholds = Seuils
doc-section-years = Exécution par exercice et par nature
doc-seen-on = vérifié le { $date }
doc-sent = Transmis le
doc-service-done = Service fait
doc-signature-accountant = Pour les paiements, le comptable assignataire
doc-signature-for = Pour { $party }
doc-signed = Signée le
doc-siret = SIRET
doc-source = Fondement
doc-spent = Consommé (CP)
doc-sponsors = Sponsors
doc-start = Début
doc-startup = Startup
doc-startup-removed = sa fiche n’existe plus
doc-startups = Startups
doc-state = État
doc-statistics = Page de statistiques
doc-summary = Synthèse du portefeuille
doc-supplier = Fournisseur
doc-target = Cible
doc-target-by = Pour le
doc-this-statement = Présent état
doc-threshold = Seuil
doc-title-call = Appel de fonds – tranche { $tranche } sur { $of }
doc-title-management = Compte rendu de gestion – { $period }
doc-title-reminder = Relance à l’attention de { $party }
doc-title-statement = État récapitulatif des dépenses acceptées
doc-to = À
doc-to-complete = À compléter : les actions menées pendant la période et leurs résultats.
doc-to-pay = Reste à payer
doc-total = Total
doc-total-of-period = Total de la période
doc-tranche = Tranche
doc-trigger = Fait générateur
doc-unknown = inconnu
doc-until = Jusqu’au
doc-value = Valeur
doc-what = Objet
doc-withdrawn-on = retirée le { $on }
doc-year = Exercice
error-paper-no-convention = aucune convention { $id }
error-paper-no-convention-help = couveuse funding les énumère
error-paper-no-obligation = aucune obligation de { $convention } ne demande ce document
error-paper-no-obligation-help = ajoutez-en une avec about = "management-report" ou "statement-of-expenditure"
error-paper-not-owed = seuls les comptes rendus de gestion, états récapitulatifs et appels de fonds sont enregistrés comme envoyés
error-unreadable-file = impossible de lire { $file } : { $why }
commit-init = Créer le portefeuille { $name }
commit-undo = Annulation de « { $subject } »
commit-redo = Rétablissement de « { $subject } »
commit-by-hand = { $record } : fiche modifiée à la main
commit-merge-answer = { $place } : { $kept }, et non { $dropped }
commit-merge-nothing = rien
commit-written-papers =
    { $count ->
        [one] Ajouter { $file }
       *[other] Ajouter { $count } documents
    }
error-paper-no-startup = aucune startup { $id }
error-paper-no-startup-help = couveuse list les énumère
error-paper-no-review = aucune revue { $id }
error-paper-no-review-help = couveuse review les énumère
error-paper-no-committee = aucun comité de { $id } n’a été tenu, ou pas ce jour-là
error-paper-no-party = aucune partie { $id }
error-paper-amendment = { $id } est un avenant
error-paper-amendment-help = indiquez la convention qu’il modifie
error-paper-no-contribution = aucune participation { $id } versée à une partie
error-paper-no-contribution-help = couveuse show CONVENTION les énumère
error-paper-no-tranche = aucune tranche { $number }
error-paper-nothing-to-call = tout est déjà appelé ou versé
error-paper-nothing-to-call-help = --tranche N imprime un appel à nouveau
error-paper-contribution = { $typed } n’est pas une participation
error-paper-contribution-help = écrivez CONVENTION/PARTICIPATION, comme histologe-pau-anct/pau
error-paper-template = modèle { $template }, ligne { $line } : { $why }
error-paper-template-help = corrigez-le dans templates/ ; rien n’a été écrit
error-paper-too-large = le document dépasse 20 Mo
error-paper-too-large-help = couveuse export xlsx et csv n’ont pas cette limite, et un modèle dans templates/ peut en montrer moins
error-paper-draft = il manque : { $missing }
error-paper-draft-help = sans --final, le projet est écrit avec cette liste
error-paper-many = plusieurs lettres ne tiennent pas dans une page HTML
error-paper-many-help = --out DOSSIER écrit chacune dans un fichier
error-paper-not-committed = { $file } a été écrit mais ne peut pas être enregistré : il est hors du dépôt ou ignoré par git
error-paper-not-committed-help = choisissez un chemin du dépôt que git n’ignore pas, ou écrivez le fichier sans l’enregistrer
error-export = le fichier ne peut pas être produit : { $why }
error-export-members = les constats ne sont destinés qu’aux membres
error-export-members-help = --audience members les inclut
error-export-no-person = aucune personne { $id }
error-export-no-person-help = couveuse show portfolio énumère les personnes
error-export-terminal = un classeur ne peut pas être affiché dans un terminal
error-export-terminal-help = --out portefeuille.xlsx l’écrit dans un fichier
export-about-ae = Dépenses engagées (autorisations d’engagement).
export-about-also = Anciens noms et autres noms.
export-about-amount = Montant du versement restant à percevoir, ou perçu s’il est soldé ; pour une restitution, montant à restituer.
export-about-article = Article de la convention qui le prévoit.
export-about-budget_year = Exercice budgétaire d’imputation, s’il diffère de celui des dates.
export-about-by = Partie qui dépense, si ce n’est pas le bénéficiaire de la convention.
export-about-called = Montant demandé par appels de fonds.
export-about-uncalled = Montant à verser qui n’est ni appelé ni perçu.
export-about-check = Contrôle concerné ; « couveuse check --explain NOM » l’explique.
export-about-committed = Montant conventionné, y compris les dépenses en propre d’un contributeur.
export-about-committee_days_late = Jours écoulés depuis l’échéance du comité.
export-about-committee_due = Date à laquelle le prochain comité doit s’être tenu.
export-about-committee_planned = Date du prochain comité prévu.
export-about-committee_state = État du prochain comité.
export-about-committees-state = En retard, bientôt exigible, à jour, indéterminé, ou aucun.
export-about-contribution = Participation, par son identifiant dans la convention.
export-about-convention = Convention, par son identifiant.
export-about-conventions = Conventions de la startup, par leurs identifiants.
export-about-cp = Dépenses payées (crédits de paiement).
export-about-creditors = Parties à qui elle est due.
export-about-days_late = Jours écoulés depuis l’échéance ; vide s’il n’y a pas de retard.
export-about-debtors = Parties qui en sont redevables, conjointement si elles sont plusieurs.
export-about-done = Date du service fait.
export-about-done_on = Date d’exécution.
export-about-due = Part du montant à verser devenue exigible.
export-about-ends = Dernier jour de la convention la plus significative.
export-about-ends_estimated = « oui » si cette fin n’est que prévisionnelle.
export-about-expenditure-amount = Montant de la ligne ; négatif pour un avoir.
export-about-expenditure-committed = Date de l’engagement (AE).
export-about-expenditure-what = Objet de l’achat.
export-about-file = Fichier de la fiche.
export-about-framework = « oui » pour une convention-cadre, dont les montants ne s’ajoutent pas à ceux des startups.
export-about-from = Partie qui contribue.
export-about-help = Correction à apporter.
export-about-id = Identifiant de la startup dans les fiches.
export-about-incomplete = « oui » si une partie des fiches est illisible : les montants peuvent être sous-estimés.
export-about-incubator = Incubateur à la date de la situation.
export-about-inferred = Valeurs déduites, que le document n’énonce pas.
export-about-kind = Obligation ponctuelle, récurrente, ou permanente tant que la convention est en vigueur.
export-about-last_held = Date du dernier comité tenu.
export-about-late = Reste à percevoir au-delà du délai de versement.
export-about-late_items = Nombre d’obligations, de versements et de comités en retard.
export-about-left = Montant perçu, moins les dépenses payées et les restitutions.
export-about-line = Ligne dans le fichier.
export-about-message = Ce qui est erroné ou manquant.
export-about-name = Nom de la startup.
export-about-nature = Nature de la dépense.
export-about-next_due = Date à laquelle le prochain comité doit s’être tenu.
export-about-obligation = Identifiant à utiliser dans les commandes.
export-about-obligations-due = Échéance ; vide si elle est inconnue.
export-about-order = Numéro de l’engagement juridique.
export-about-outstanding = Exigible et non perçu.
export-about-owner = Personne qui s’y est engagée.
export-about-paid = Date du paiement (CP).
export-about-papers_due = Date d’envoi du dossier du comité prévu.
export-about-payable = Montant à verser à un bénéficiaire.
export-about-payments_recorded = « non » si les versements de la participation ne sont pas suivis dans les fiches.
export-about-phase = Phase à la date de la situation.
export-about-phase_from = Date de début de la phase.
export-about-planned = Date du prochain comité prévu.
export-about-reason = Motif de l’échéance : clause, dernière décision, fin des crédits ou règle par défaut.
export-about-received = Montant perçu par les bénéficiaires.
export-about-record = Fiche, par nature et identifiant.
export-about-recorded_at = Fichier et ligne de la fiche.
export-about-reference = Numéro ou référence de la ligne.
export-about-refundable = À restituer après la fin de la convention.
export-about-refundable_committed = Dont engagé et non encore payé.
export-about-request = Numéro de la demande de paiement.
export-about-runs_out = Date à laquelle les crédits sont épuisés au rythme des six derniers mois.
export-about-severity = Erreur : un montant n’est pas fiable. Avertissement : erreur probable. Information : pour mémoire.
export-about-shared_with = Autres startups de participations comptées en entier sur chaque ligne.
export-about-sponsors = Sponsors de la startup.
export-about-startup = Startup.
export-about-startups = Startups concernées ; aucune pour une convention-cadre.
export-about-state = En retard, exigible, bientôt exigible, ouverte, en attente de pièces ou de dépenses, indéterminée, permanente, non tenue ou faite.
export-about-status = Statut de la convention la plus significative.
export-about-supplier = Fournisseur payé.
export-about-to = Partie qui perçoit les fonds, sauf dépenses en propre du contributeur.
export-about-undetermined = À verser, non perçu et sans échéance connue.
export-about-undetermined_items = Nombre d’obligations, de versements et de comités sans échéance connue.
export-about-unknown = Information qui manque pour connaître l’échéance.
export-about-unscheduled = Dont non prévu par une tranche.
export-about-what = Ce qu’il faut faire.
export-budget-year = exercice budgétaire
export-by = dépensé par
export-calendar-committee = Comité
export-calendar-convention = Convention
export-calendar-due = Obligation
export-calendar-end = Fin de convention : { $convention }
export-check = contrôle
export-column = Colonne
export-committee-days-late = comité, jours de retard
export-committee-due = échéance du comité
export-committee-planned = comité prévu
export-contents = Sommaire
export-days-late = jours de retard
export-ends-estimated = fin prévisionnelle
export-file = fichier
export-filter = Filtrer
export-for-everybody = Pour tous publics : sans personnes, contacts, commentaires, constats ni retards.
export-for-members = Réservé aux membres.
export-incomplete = incomplète
export-inferred = déduit
export-late-items = éléments en retard
export-line = ligne
export-meaning = Signification
export-message = constat
export-no = non
export-no-commit = aucun
export-no-rows = Néant.
export-papers-due = dossier à remettre le
export-payments-recorded = versements suivis
export-phase-from = phase depuis
export-read-me = Lisez-moi
export-record = fiche
export-remedy = correction
export-severity = gravité
export-shared-with = partagée avec
export-sheet = Feuille
export-startup-pages = Fiches des startups
export-status = statut de la convention
export-table-committees = Comités
export-table-expenditure = Dépenses
export-table-findings = Constats
export-table-funding = Financement
export-table-obligations = Obligations
export-table-startups = Startups
export-undetermined-items = éléments indéterminés
export-unknown = motif de l’absence de date
export-unknown-cells = « inconnu » : absent des fiches. Cellule vide : sans objet.
export-yes = oui
error-unwritable = { $file } ne peut pas être écrit : { $why }
doc-written = ✓ { $file }
doc-committed = enregistré : { $commit }
doc-committed-already = déjà enregistré
