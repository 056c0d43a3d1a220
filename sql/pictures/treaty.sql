-- One treaty by its id ($treaty), as its picture names it.
SELECT treaty_id, title, concluded_on, in_force_on, as_at FROM treaties WHERE treaty_id = $treaty AND has_status
