"""Accede: from UN resolution documents and treaty status files to open datasets."""
