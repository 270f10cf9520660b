"""Intake is how a customer's words become a case: by mail, phone, form or import, through one verb that opens."""
