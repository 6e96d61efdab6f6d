"""The receipts of a letter: its addressees, who opened it, and the addressees outside the register, who open it by a link."""
