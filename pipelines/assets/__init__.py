"""Dagster's view of the pipeline: thin assets, one file a room, in the order in which data flows.

Belongs here: keys, groups, dependencies, resources, checks, jobs, schedules.
Does not belong here: any rule about documents, treaties or releases; assets call plain functions that know no Dagster.
"""
