"""Words with nothing behind them: comfort without an act, better days without a fix, things without a name, choices that are none."""
