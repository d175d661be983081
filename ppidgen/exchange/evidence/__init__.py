"""Paket Bukti: what stands behind the answers to a questionnaire, to be browsed."""
