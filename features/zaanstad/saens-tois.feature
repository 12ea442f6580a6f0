# language: nl
Functionaliteit: Afspraken tussen de gemeente Zaanstad en Saens Tois
  De coöperatie stuurt de rekeningen en houdt het geld vast voor de ondernemer. Ook mensen met een uitkering van UWV
  doen mee: over hun uitkering beslist UWV en niet het college.
  Alle personen zijn verzonnen.

  Regel: Deelname staat open bij elke uitkering

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde |
        | woont_in_gemeente | ja     |
        | in_schuldsanering | nee    |
        | verwachte_uren    | 600    |

    Abstract Scenario: Met en zonder uitkering
      Gegeven de gegevens
        | gegeven   | waarde      |
        | uitkering | <uitkering> |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | <past> | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "aangewezen_voorziening" gelijk aan "<aangewezen>"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | uitkering      | past | uitkomst   | aangewezen          |
        | pw             | ja   | toegewezen | ja                  |
        | pw             | nee  | afgewezen  | nee                 |
        | ioaw           | ja   | toegewezen | niet van toepassing |
        | geen_uitkering | ja   | afgewezen  | niet van toepassing |

    Scenario: Wie in een andere gemeente woont wordt doorgezonden (W28)
      Gegeven de gegevens
        | gegeven           | waarde |
        | uitkering         | pw     |
        | woont_in_gemeente | nee    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"

  Regel: Over een uitkering van UWV beslist UWV (W16)

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde |
        | uitkering         | uwv    |
        | woont_in_gemeente | ja     |
        | in_schuldsanering | nee    |

    Abstract Scenario: Het college ondersteunt alleen als dat met UWV is afgesproken
      Gegeven de gegevens
        | gegeven          | waarde     |
        | afspraak_met_uwv | <afspraak> |
        | verwachte_uren   | <uren>     |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | <past> | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En is "aangewezen_voorziening" gelijk aan "niet van toepassing"
      En is "ander_traject_vervalt" gelijk aan "niet van toepassing"

      Voorbeelden:
        | afspraak | past | uren | uitkomst   | verwijzing      |
        | ja       | ja   | 600  | toegewezen | naar_uwv        |
        | ja       | nee  | 600  | afgewezen  | geen_verwijzing |
        | nee      | ja   | 600  | verwijzen  | naar_uwv        |
        | nee      | nee  | 600  | verwijzen  | naar_uwv        |
        | nee      | ja   | 1225 | verwijzen  | naar_bbz        |

    Scenario: Zonder afspraak rust het besluit op de wet
      Gegeven de gegevens
        | gegeven          | waarde |
        | afspraak_met_uwv | nee    |
        | verwachte_uren   | 600    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan beslist de regel "zonder_afspraak_met_uwv"
      En berust dat op "Participatiewet artikel 7 lid 3 onderdeel c"

    Scenario: Of er een afspraak met UWV is, is niet bekend
      Gegeven de gegevens
        | gegeven        | waarde |
        | verwachte_uren | 600    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | toestemming_gemeente | ja     | klantmanager | gesprek met de deelnemer |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "afspraak_met_uwv"

    Abstract Scenario: Verrekenen, ontheffen en een premie geven zijn niet van toepassing
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven  | waarde        |
        | leefvorm | alleenstaande |
      Als het besluit "<besluit>" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

      Voorbeelden:
        | besluit     |
        | verrekening |
        | ontheffing  |
        | premie      |

    Scenario: De coöperatie kan iemand met een uitkering van UWV een plaats geven
      Gegeven de gegevens
        | gegeven | waarde    |
        | stand   | aangemeld |
      En de oordelen
        | oordeel             | waarde | door       | reden             |
        | cooperatie_laat_toe | ja     | Saens Tois | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En is het rechtskarakter "privaatrechtelijk"

  Regel: Wie bijstand heeft krijgt pas een plaats na toestemming

    Abstract Scenario: Eerst toestemming, dan een plaats
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-10-21
      En de gegevens
        | gegeven   | waarde  |
        | uitkering | pw      |
        | stand     | <stand> |
      En de oordelen
        | oordeel             | waarde     | door       | reden             |
        | cooperatie_laat_toe | <laat toe> | Saens Tois | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "factuur_van" gelijk aan "cooperatie_factureert"

      Voorbeelden:
        | stand           | laat toe | uitkomst             |
        | aangemeld       | ja       | wacht_op_toestemming |
        | met_toestemming | ja       | als_lid              |
        | met_toestemming | nee      | geweigerd            |

  Regel: De coöperatie houdt het geld vast en betaalt het niet uit

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | omzet               | € 800,00            |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Abstract Scenario: Alleen wat toch privé is gebruikt telt mee
      Gegeven de gegevens
        | gegeven   | waarde   |
        | uitkering | pw       |
        | opname    | <opname> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | opname   | bijstand   |
        | € 0,00   | € 1.419,46 |
        | € 250,00 | € 1.231,96 |

    Abstract Scenario: De bijdrage is niet bekend, bij geen enkele uitkering
      Gegeven de gegevens
        | gegeven              | waarde      |
        | uitkering            | <uitkering> |
        | opdrachtkosten       | € 120,00    |
        | opname               | € 0,00      |
        | spaarpot_begin       | € 0,00      |
        | besteed_uit_spaarpot | € 0,00      |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"
      En is "netto_omzet" gelijk aan "€ 680,00"

      Voorbeelden:
        | uitkering |
        | pw        |
        | uwv       |

  Regel: Het geld is voor investeringen en trainingen

    Achtergrond:
      Gegeven de overeenkomst "zaanstad/saens-tois"
      En de peildatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 680,00      |
        | sinds_overzicht_besteed | € 80,00       |

    Abstract Scenario: Doel en bedrag van een besteding
      Gegeven de gegevens
        | gegeven          | waarde   |
        | bestedingsdoel   | <doel>   |
        | bestedingsbedrag | <bedrag> |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | bedrag   | uitkomst        |
        | bedrijfsgroei             | € 599,99 | toegestaan      |
        | bedrijfsgroei             | € 600,00 | toegestaan      |
        | bedrijfsgroei             | € 600,01 | niet_toegestaan |
        | persoonlijke_ontwikkeling | € 600,00 | toegestaan      |
        | prive_gebruik             | € 0,01   | niet_toegestaan |

    Scenario: Wat er bij vertrek met het saldo gebeurt is niet geregeld (W25)
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"
