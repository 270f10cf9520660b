"""What is done for them: no bare refusal, nothing asked twice, no work, no cost, nothing offered before they were asked."""
