-- Every call and State.
SELECT * FROM accession_call_states
