"""The affected are those a problem lets down: each once, with a case of their own and the evidence of how far we came with them."""
