# language: nl
Functionaliteit: Afspraken tussen de gemeente Breda en De Vrije Uitloop
  De gemeente heeft twee rollen. Het college beslist over de deelnemer; als sociaal aandeelhouder heeft de gemeente
  zeggenschap in de coöperatie. Van de bijdrage, de opleidingspot, de drempel en het deel voor de gemeente zijn geen
  getallen gevonden: die punten zijn open.
  Alle personen zijn verzonnen.

  Regel: Het college geeft toestemming en de coöperatie is dan het re-integratietraject

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde |
        | in_schuldsanering | nee    |
        | verwachte_uren    | 832    |

    Abstract Scenario: Toestemming volgens het oordeel van de klantmanager
      Gegeven de gegevens
        | gegeven           | waarde           |
        | uitkering         | pw               |
        | woont_in_gemeente | <woont in Breda> |
        | geboortedatum     | 1984-03-02       |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | <past> | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "ander_traject_vervalt" gelijk aan "<vervalt>"
      En is "gevolg_startmiddelen" gelijk aan "geen_gevolg"
      En is het rechtskarakter "<rechtskarakter>"
      En ontbreekt er niets

      Voorbeelden:
        | woont in Breda | past | uitkomst   | vervalt             | rechtskarakter |
        | ja             | ja   | toegewezen | ja                  | beschikking    |
        | ja             | nee  | afgewezen  | niet van toepassing | beschikking    |
        | nee            | ja   | doorzenden | niet van toepassing | mededeling     |

    Abstract Scenario: Deelname staat open met en zonder bijstand (W16)
      Gegeven de gegevens
        | gegeven           | waarde      |
        | uitkering         | <uitkering> |
        | afspraak_met_uwv  | ja          |
        | woont_in_gemeente | ja          |
        | geboortedatum     | 1984-03-02  |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "aangewezen_voorziening" gelijk aan "<aangewezen>"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En rust dat op de aanname over "wie_mag_deelnemen"

      Voorbeelden:
        | uitkering      | aangewezen          | verwijzing      |
        | pw             | ja                  | geen_verwijzing |
        | ioaw           | niet van toepassing | geen_verwijzing |
        | uwv            | niet van toepassing | naar_uwv        |
        | geen_uitkering | niet van toepassing | geen_verwijzing |

    Abstract Scenario: Wie meer uren verwacht dan de grens hoort bij het Bbz
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | verwachte_uren    | <uren>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"

      Voorbeelden:
        | uren | uitkomst   | verwijzing      |
        | 1223 | toegewezen | geen_verwijzing |
        | 1224 | toegewezen | geen_verwijzing |
        | 1225 | verwijzen  | naar_bbz        |

    Scenario: De instemming van de aandeelhouder vervangt het oordeel van de klantmanager niet
      Gegeven de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | woont_in_gemeente | ja            |
        | geboortedatum     | 1984-03-02    |
      En de oordelen
        | oordeel           | waarde | door                          | reden            |
        | gemeente_stemt_in | ja     | de gemeente als aandeelhouder | past in het plan |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "toestemming_gemeente"

    Scenario: Voor alle leden samen bestaat geen vrijstelling van het zoeken naar werk
      Gegeven de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | arbeidsongeschikt    | nee           |
        | ontheffing_gevraagd  | alle_plichten |
        | einddatum_ontheffing | 2026-12-31    |
      En de oordelen
        | oordeel           | waarde | door         | reden                                        |
        | dringende_redenen | nee    | klantmanager | alleen het lidmaatschap is als reden genoemd |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst "geweigerd"
      En is "ontheffing_b" gelijk aan "niet_mogelijk"

  Regel: De coöperatie plaatst na toestemming en heeft geen ledenmaximum

    Abstract Scenario: Een plaats in de coöperatie
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de peildatum is 2026-10-21
      En de gegevens
        | gegeven      | waarde  |
        | uitkering    | pw      |
        | stand        | <stand> |
        | aantal_leden | 15      |
      En de oordelen
        | oordeel             | waarde     | door             | reden             |
        | cooperatie_laat_toe | <laat toe> | De Vrije Uitloop | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | stand           | laat toe | uitkomst             |
        | met_toestemming | ja       | als_lid              |
        | met_toestemming | nee      | geweigerd            |
        | aangemeld       | ja       | wacht_op_toestemming |

  Regel: Een deel gaat naar de coöperatie en de opleidingspot, maar hoeveel staat niet vast

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde        |
        | leefvorm             | alleenstaande |
        | stand                | lid           |
        | opname               | € 0,00        |
        | besteed_uit_spaarpot | € 0,00        |
        | spaarpot_begin       | € 0,00        |

    Scenario: Zonder percentages is er geen overzicht
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"
      En is "netto_omzet" gelijk aan "€ 680,00"
      En is "resultaat" gelijk aan "€ 680,00"
      En beslist de regel "over_netto_omzet"
      En is "reservering" gelijk aan "onbekend"
      En ontbreekt "reserveringspercentage"
      En is "spaarpot_mutatie" gelijk aan "onbekend"

    Scenario: De betaling aan de gemeente wacht op de drempel en het deel
      Gegeven de gegevens
        | gegeven        | waarde   |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "afdrachtpercentage_gemeente"

    Scenario: Er is geen proefperiode, dus wie als proeflid is ingeschreven draagt niet bij
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | op_proef |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

    Abstract Scenario: Eerst de kosten, dan de twee delen, dan de spaarpot, dan de gemeente; de getallen zijn verzonnen
      Stel deze afspraken gelden
        | afspraak                    | waarde     |
        | bijdragepercentage          | 10%        |
        | reserveringspercentage      | 5%         |
        | drempel_gemeente            | € 1.000,00 |
        | afdrachtpercentage_gemeente | 50%        |
      En de gegevens
        | gegeven        | waarde   |
        | spaarpot_begin | <begin>  |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 68,00"
      En is "reservering" gelijk aan "€ 34,00"
      En is "spaarpot_mutatie" gelijk aan "€ 578,00"
      En is "spaarpot_eind" gelijk aan "<eind>"

      Voorbeelden:
        | begin    | eind       |
        | € 0,00   | € 578,00   |
        | € 422,00 | € 1.000,00 |
        | € 422,02 | € 1.000,01 |

  Regel: Wat in de spaarpot blijft is geen inkomen, ook als de percentages nog open zijn

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 800,00            |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Scenario: Een factuur telt mee in de maand waarin het werk is gedaan, ook als de klant later betaalt
      Gegeven de gegevens
        | gegeven     | waarde     |
        | verricht_op | 2026-10-30 |
        | betaald_op  | 2026-11-12 |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de uitkomst "2026-10-30"
      En rust dat op de aanname over "toerekening"

    Abstract Scenario: Opgenomen uit de spaarpot
      Gegeven de gegevens
        | gegeven            | waarde     |
        | opname             | <opname>   |
        | maanden_n_gebruikt | <gebruikt> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | opname   | gebruikt | bijstand   |
        | € 0,00   | 0        | € 1.419,46 |
        | € 250,00 | 5        | € 1.231,96 |
        | € 250,00 | 6        | € 1.169,46 |

    Abstract Scenario: Wie deze maand 27 wordt heeft vrijlating over een opname, wie dat net niet wordt niet
      Gegeven de gegevens
        | gegeven       | waarde    |
        | geboortedatum | <geboren> |
        | opname        | € 250,00  |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | geboren    | bijstand   |
        | 1999-10-01 | € 1.231,96 |
        | 1999-10-31 | € 1.231,96 |
        | 1999-11-01 | € 1.169,46 |

    Scenario: Alleen met de vrijlating onder de norm is een vraag die het college nog moet beantwoorden (W5)
      Gegeven de gegevens
        | gegeven | waarde     |
        | opname  | € 1.600,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "vrijlating_telt_voor_recht"

    Abstract Scenario: Wie toestemming heeft maar nog geen lid is verrekent per maand en een verlies vervalt (W8)
      Gegeven de gegevens
        | gegeven        | waarde          |
        | stand          | met_toestemming |
        | omzet          | <omzet>         |
        | opdrachtkosten | <kosten>        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "inkomsten" gelijk aan "<inkomsten>"
      En rust dat op de aanname over "verlies"

      Voorbeelden:
        | omzet    | kosten   | inkomsten | bijstand   |
        | € 150,00 | € 410,00 | € 0,00    | € 1.419,46 |
        | € 150,00 | € 150,00 | € 0,00    | € 1.419,46 |
        | € 200,00 | € 100,00 | € 100,00  | € 1.344,46 |

  Regel: De leden besluiten samen over een besteding

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de peildatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 476,00      |
        | sinds_overzicht_besteed | € 0,00        |

    Abstract Scenario: Met instemming van de gemeente als aandeelhouder telt alleen het besluit van de leden
      Gegeven de gegevens
        | gegeven          | waarde   |
        | bestedingsdoel   | <doel>   |
        | bestedingsbedrag | <bedrag> |
      En de oordelen
        | oordeel                 | waarde  | door                          | reden            |
        | leden_akkoord_besteding | <leden> | De Vrije Uitloop              | ledenvergadering |
        | gemeente_stemt_in       | ja      | de gemeente als aandeelhouder | past in het plan |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | bedrag   | leden | uitkomst        |
        | persoonlijke_ontwikkeling | € 476,00 | ja    | toegestaan      |
        | persoonlijke_ontwikkeling | € 476,00 | nee   | niet_toegestaan |
        | bedrijfsgroei             | € 476,00 | ja    | toegestaan      |
        | bedrijfsgroei             | € 476,00 | nee   | niet_toegestaan |
        | bedrijfsgroei             | € 476,01 | ja    | niet_toegestaan |
        | prive_gebruik             | € 476,00 | ja    | als_inkomen     |

    Scenario: Zonder besluit van de leden is er geen uitkomst
      Gegeven de gegevens
        | gegeven          | waarde                    |
        | bestedingsdoel   | persoonlijke_ontwikkeling |
        | bestedingsbedrag | € 100,00                  |
      En de oordelen
        | oordeel           | waarde | door                          | reden            |
        | gemeente_stemt_in | ja     | de gemeente als aandeelhouder | past in het plan |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "leden_akkoord_besteding"

  Regel: De gemeente is sociaal aandeelhouder, en welke zeggenschap daarbij hoort is open

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de peildatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde                    |
        | leefvorm                | alleenstaande             |
        | spaarpot_nu             | € 476,00                  |
        | sinds_overzicht_besteed | € 0,00                    |
        | bestedingsdoel          | persoonlijke_ontwikkeling |
        | bestedingsbedrag        | € 100,00                  |

    Scenario: De aandeelhouder stemt niet in, en of dat beslist staat niet vast
      Gegeven de oordelen
        | oordeel                 | waarde | door                          | reden            |
        | leden_akkoord_besteding | ja     | De Vrije Uitloop              | ledenvergadering |
        | gemeente_stemt_in       | nee    | de gemeente als aandeelhouder | te duur          |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "zeggenschap_gemeente"

    Scenario: De leden zijn tegen, dan doet de zeggenschap er niet toe
      Gegeven de oordelen
        | oordeel                 | waarde | door                          | reden            |
        | leden_akkoord_besteding | nee    | De Vrije Uitloop              | ledenvergadering |
        | gemeente_stemt_in       | nee    | de gemeente als aandeelhouder | te duur          |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "niet_toegestaan"
      En beslist de regel "niet_samen_besloten"
      En is het rechtskarakter "privaatrechtelijk"

    Abstract Scenario: Wat er volgt uit elke vorm van zeggenschap
      Stel de afspraak "zeggenschap_gemeente" is "<zeggenschap>"
      Gegeven de gegevens
        | gegeven        | waarde |
        | bestedingsdoel | <doel> |
      En de oordelen
        | oordeel                 | waarde          | door                          | reden                 |
        | leden_akkoord_besteding | ja              | De Vrije Uitloop              | ledenvergadering      |
        | gemeente_stemt_in       | <aandeelhouder> | de gemeente als aandeelhouder | oordeel over het plan |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | zeggenschap            | doel                      | aandeelhouder | uitkomst        | regel                      |
        | geen_zeggenschap       | bedrijfsgroei             | nee           | toegestaan      | groei_van_het_bedrijf      |
        | stem_in_de_vergadering | bedrijfsgroei             | nee           | toegestaan      | groei_van_het_bedrijf      |
        | stem_in_de_vergadering | persoonlijke_ontwikkeling | nee           | toegestaan      | eigen_ontwikkeling         |
        | instemming_vereist     | bedrijfsgroei             | nee           | niet_toegestaan | zonder_instemming_gemeente |
        | instemming_vereist     | persoonlijke_ontwikkeling | nee           | niet_toegestaan | zonder_instemming_gemeente |
        | instemming_vereist     | bedrijfsgroei             | ja            | toegestaan      | groei_van_het_bedrijf      |
        | instemming_vereist     | persoonlijke_ontwikkeling | ja            | toegestaan      | eigen_ontwikkeling         |
        | instemming_vereist     | prive_gebruik             | nee           | als_inkomen     | prive_telt_als_inkomen     |

    Scenario: Zonder aandeel in de coöperatie heeft de gemeente niets in te stemmen
      Stel deze afspraken gelden
        | afspraak              | waarde             |
        | sociaal_aandeelhouder | nee                |
        | zeggenschap_gemeente  | instemming_vereist |
      Gegeven de gegevens
        | gegeven    | waarde     |
        | besteed_op | 2026-11-12 |
      En de oordelen
        | oordeel                 | waarde | door             | reden            |
        | leden_akkoord_besteding | ja     | De Vrije Uitloop | ledenvergadering |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "toegestaan"
      En ontbreekt er niets

  Regel: Niemand hoeft de uitkering te verlaten, en het saldo bij vertrek is niet geregeld

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de peildatum is 2026-11-10
      En de besluitdatum is 2026-11-12

    Scenario: Ook als Breda een duur zou afspreken vraagt een verlenging geen uitzicht op uitstroom
      Stel de afspraak "duur_deelname" is "12 maanden"
      Gegeven de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | 2026-11-30          |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      En de oordelen
        | oordeel        | waarde | door         | reden                |
        | draagt_nog_bij | ja     | klantmanager | leert nog elke maand |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "verlengd"
      En is "verlengd_tot_en_met" gelijk aan "2027-11-30"
      En ontbreekt er niets

    Scenario: Vertrek naar een baan met geld in de spaarpot (W25)
      Gegeven de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 2.955,44    |
        | sinds_overzicht_besteed | € 0,00        |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"

    Scenario: Zonder einddatum hoeft deelname niet te worden verlengd
      Gegeven de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | niet van toepassing |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"

  Regel: De weg van Marijn, hovenier bij De Vrije Uitloop

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | kostendelers      | 1             |
        | geboortedatum     | 1976-08-19    |
        | woont_in_gemeente | ja            |

    Scenario: Marijn krijgt toestemming en de coöperatie is zijn re-integratietraject
      Gegeven de peildatum is 2026-09-01
      En de gegevens
        | gegeven           | waarde    |
        | stand             | aangemeld |
        | in_schuldsanering | nee       |
        | verwachte_uren    | 700       |
      En de oordelen
        | oordeel              | waarde | door         | reden                            |
        | toestemming_gemeente | ja     | klantmanager | hij wil met zijn handen aan werk |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "ander_traject_vervalt" gelijk aan "ja"

    Scenario: De leden nemen Marijn op
      Gegeven de peildatum is 2026-09-08
      En de gegevens
        | gegeven      | waarde          |
        | stand        | met_toestemming |
        | aantal_leden | 11              |
      En de oordelen
        | oordeel             | waarde | door             | reden             |
        | cooperatie_laat_toe | ja     | De Vrije Uitloop | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En is "factuur_van" gelijk aan "cooperatie_factureert"

    Scenario: Wat Marijn in zijn eerste maand als lid verdient verlaagt zijn bijstand niet
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven             | waarde              |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 640,00            |
        | opname              | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden             |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | hij houdt het vol |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "inkomsten" gelijk aan "€ 0,00"

    Scenario: De penningmeester kan Marijn nog geen overzicht geven, want de percentages staan niet vast
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven              | waarde   |
        | stand                | lid      |
        | omzet                | € 640,00 |
        | opdrachtkosten       | € 90,00  |
        | opname               | € 0,00   |
        | besteed_uit_spaarpot | € 0,00   |
        | spaarpot_begin       | € 0,00   |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"
      En ontbreekt "reserveringspercentage"

    Scenario: Marijn gaat bij een hoveniersbedrijf werken
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde       |
        | stand           | lid          |
        | reden_uitstroom | betaald_werk |
        | gestopt_op      | 2026-12-31   |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "voorziening_eindigt"
      En is "voorziening_tot_en_met" gelijk aan "2026-12-31"
      En is "plichten_herleven_vanaf" gelijk aan "2027-01-01"

    Scenario: Wat er met het geld van Marijn gebeurt moet nog worden afgesproken (W25)
      Gegeven de peildatum is 2026-12-31
      En de gegevens
        | gegeven                 | waarde   |
        | stand                   | lid      |
        | spaarpot_nu             | € 840,00 |
        | sinds_overzicht_besteed | € 0,00   |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"
