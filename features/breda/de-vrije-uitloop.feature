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

    Scenario: De instemming van de aandeelhouder vervangt het oordeel van de klantmanager niet
      Gegeven de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | woont_in_gemeente | ja            |
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

  Regel: Wat in de spaarpot blijft is geen inkomen, ook als de percentages nog open zijn

    Abstract Scenario: Opgenomen uit de spaarpot
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
        | opname              | <opname>            |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | <gebruikt>          |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | opname   | gebruikt | bijstand   |
        | € 0,00   | 0        | € 1.419,46 |
        | € 250,00 | 5        | € 1.231,96 |
        | € 250,00 | 6        | € 1.169,46 |

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

  Regel: Niemand hoeft de uitkering te verlaten, en het saldo bij vertrek is niet geregeld

    Achtergrond:
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      En de peildatum is 2026-11-10
      En de besluitdatum is 2026-11-12

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
