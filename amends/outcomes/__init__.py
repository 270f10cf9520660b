"""An outcome is what became of the customer: kept, lost, advocate or unknown, from what they did and never from smiles."""
